package org.lagroups.wormguard.cooperate.protocol;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;
import org.lagroups.wormguard.rule.Rule;

/** The signatures of one group at this node: hands on what comes to whoever deals with it. */
final class GroupGuard {

  private final GroupId group;
  private final Environment<GuardTimer> environment;
  private final GuardPorts ports;
  private final Judging judging;
  private final Members members;
  private final Book book = new Book();
  private final ShareDesk shares;
  private final Gossip gossip;
  private final Blame blame;
  private final Intake intake;
  private final Opinions opinions;
  private final Standings standings;
  private final Subscription subscription;

  GroupGuard(
      GroupId group,
      Environment<GuardTimer> environment,
      GuardPorts ports,
      Judging judging,
      PeerLimits limits,
      GuardCounters counters) {
    this.group = group;
    this.environment = environment;
    this.ports = ports;
    this.judging = judging;
    GroupSettings settings = ports.groups().settings(group);
    this.members = new Members(environment, ports.groups(), group);
    this.shares =
        new ShareDesk(settings, environment, members, book, ports.sealer(), limits, counters);
    this.gossip = new Gossip(group, environment, members, book, limits);
    this.blame = new Blame(settings, book, ports.store());
    this.intake = new Intake(settings, environment, members, book, shares, limits, counters);
    this.opinions =
        new Opinions(environment, ports, members, book, shares, gossip, blame, judging, this::soon);
    this.standings = new Standings(environment, ports, members, book);
    this.subscription = ports.groups().attestsChange(group, event -> viewChanged());
  }

  private void viewChanged() {
    standings.trustChanged();
    soon();
  }

  /** Takes over what an earlier life of the node has decided. */
  void restore(GuardStore.Stored stored) {
    if (SharedRule.read(stored.signed().record().rule()) instanceof SharedRule.Terms.Met met) {
      Dossier dossier = book.add(stored.signed(), met.rule(), members::has).dossier();
      dossier.judge(stored.opinion(), stored.judgedMillis());
      dossier.publish();
    }
  }

  /** The node has left the group: forgets all of it. */
  void close() {
    subscription.close();
    List.copyOf(book.all()).forEach(this::remove);
  }

  Book book() {
    return book;
  }

  Blame blame() {
    return blame;
  }

  Gossip gossip() {
    return gossip;
  }

  /** Who is in the view, this node included. */
  Set<NodeId> members() {
    return Set.copyOf(members.view().vertices());
  }

  boolean isMember(NodeId node) {
    return members.has(node);
  }

  void take(NodeId from, GuardMessage message) {
    switch (message) {
      case GuardMessage.Summary summary -> gossip.onSummary(from, summary);
      case GuardMessage.Want want -> gossip.onWant(from, want);
      case GuardMessage.Offer offer ->
          intake
              .look(from, offer.signature())
              .ifPresent(rule -> add(offer.signature(), rule).publish());
      case GuardMessage.Shares some -> onShares(from, some);
      case GuardMessage.Refute refute -> onRefutation(from, refute.refutation());
      case GuardMessage.AskEvidence ask -> throw new IllegalArgumentException("for the machine");
      case GuardMessage.EvidencePart part -> throw new IllegalArgumentException("for the machine");
    }
  }

  /** Takes a record that a person has brought; what is wrong with it, if it is not taken. */
  Optional<String> takeRecord(SignedRecord signed) {
    if (book.find(signed.id()).isPresent()) {
      return Optional.empty();
    }
    return switch (intake.look(signed)) {
      case SharedRule.Terms.Refused refused -> Optional.of(refused.why());
      case SharedRule.Terms.Met met -> {
        add(signed, met.rule()).publish();
        yield Optional.empty();
      }
    };
  }

  /** Adds a signature for which there is room. */
  Dossier add(SignedRecord signed, Rule rule) {
    Book.Added added = book.add(signed, rule, members::has);
    added.gone().ifPresent(this::cleanUp);
    isNew(added.dossier().id());
    return added.dossier();
  }

  private void onShares(NodeId from, GuardMessage.Shares some) {
    boolean isWork = false;
    for (EndorsementShare share : some.shares()) {
      isWork |= shares.take(from, share);
    }
    if (isWork) {
      soon();
    }
  }

  private void onRefutation(NodeId from, SignedRefutation refutation) {
    if (intake.takeRefutation(from, refutation)) {
      isNew(refutation.refutation().id());
    }
  }

  /** Checks shares that have come, and tells what is new. */
  void work() {
    shares.check(this::known);
    List<EndorsementShare> signed = shares.takeSigned();
    if (!signed.isEmpty()) {
      gossip.endorse(signed);
    }
    gossip.tellNews();
  }

  /** What is due from time to time. */
  void tick() {
    book.ended(environment.wallMillis()).forEach(this::remove);
    opinions.tick();
  }

  /** This node has come to an opinion: keeps it, and tells the group. */
  void judge(Dossier dossier, Opinion opinion) {
    opinions.judge(dossier, opinion);
  }

  /** Whose word counts has to be found out anew. */
  void trustChanged() {
    standings.trustChanged();
  }

  /** Says what is enforced now, and tells the listener what has changed. */
  List<EnforcedSignature> evaluate() {
    return standings.evaluate();
  }

  /** That of a signature, now. */
  Standing standing(Dossier dossier) {
    return standings.of(dossier);
  }

  /** Removes a signature, and what this node thought of it. */
  void remove(Dossier dossier) {
    book.remove(dossier.id());
    cleanUp(dossier);
  }

  private void cleanUp(Dossier dossier) {
    standings.forget(dossier.id());
    shares.stop(dossier);
    judging.forget(new SignatureKey(group, dossier.id()));
    ports.store().remove(group, dossier.id());
    if (!book.needs(dossier.record().evidence())) {
      ports.shelf().remove(dossier.record().evidence());
    }
  }

  /** Of a refresh nobody is told: who lacks it hears of it with the next summary. */
  private void known(SignatureId id) {
    if (!standings.isAsTold(id)) {
      gossip.isNew(id);
    }
    soon();
  }

  private void isNew(SignatureId id) {
    gossip.isNew(id);
    soon();
  }

  private void soon() {
    environment.setTimer(GuardTimer.SOON, GuardMachine.SOON_MILLIS);
  }
}
