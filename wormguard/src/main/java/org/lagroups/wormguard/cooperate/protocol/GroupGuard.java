package org.lagroups.wormguard.cooperate.protocol;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.Subscription;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.book.Phase;
import org.lagroups.wormguard.cooperate.book.Standing;
import org.lagroups.wormguard.cooperate.endorse.EndorsementShare;
import org.lagroups.wormguard.cooperate.enforce.EnforcedSignature;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.judge.TestResult;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.cooperate.record.SignatureRecord;
import org.lagroups.wormguard.cooperate.record.SignedRecord;
import org.lagroups.wormguard.cooperate.wire.GuardMessage;
import org.lagroups.wormguard.rule.Rule;

/** The signatures of one group at this node: takes what comes, and says what follows. */
final class GroupGuard {

  private final GroupId group;
  private final GroupSettings settings;
  private final Environment<GuardTimer> environment;
  private final GuardPorts ports;
  private final Judging judging;
  private final PeerLimits limits;
  private final GuardCounters counters;
  private final Members members;
  private final Book book = new Book();
  private final ShareDesk shares;
  private final Gossip gossip;
  private final Blame blame;
  private final Map<SignatureId, Standing> told = new TreeMap<>();
  private final Subscription subscription;
  private Set<NodeId> trusted = Set.of();
  private boolean isViewNew = true;

  GroupGuard(
      GroupId group,
      Environment<GuardTimer> environment,
      GuardPorts ports,
      Judging judging,
      PeerLimits limits,
      GuardCounters counters) {
    this.group = group;
    this.settings = ports.groups().settings(group);
    this.environment = environment;
    this.ports = ports;
    this.judging = judging;
    this.limits = limits;
    this.counters = counters;
    this.members = new Members(environment, ports.groups(), group);
    this.shares =
        new ShareDesk(settings, environment, members, book, ports.sealer(), limits, counters);
    this.gossip = new Gossip(group, environment, members, book, limits);
    this.blame = new Blame(settings, book, ports.store());
    this.subscription =
        ports
            .groups()
            .attestsChange(
                group,
                event -> {
                  isViewNew = true;
                  soon();
                });
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
      case GuardMessage.Offer offer -> onOffer(from, offer.signature());
      case GuardMessage.Shares some -> onShares(from, some);
      case GuardMessage.Refute refute -> onRefutation(from, refute.refutation());
      case GuardMessage.AskEvidence ask -> throw new IllegalArgumentException("for the machine");
      case GuardMessage.EvidencePart part -> throw new IllegalArgumentException("for the machine");
    }
  }

  private void onOffer(NodeId from, SignedRecord signed) {
    SignatureRecord record = signed.record();
    if (book.isSettled(signed.id())) {
      return;
    }
    if (!limits.takeOffer(from)) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return;
    }
    Optional<GuardDrop> problem = problemOf(signed);
    if (problem.isPresent()) {
      counters.drop(problem.get());
      return;
    }
    switch (SharedRule.read(record.rule())) {
      case SharedRule.Terms.Refused refused -> {
        counters.drop(GuardDrop.UNFIT_RULE);
        book.refuse(signed.id());
      }
      case SharedRule.Terms.Met met -> add(signed, met.rule()).publish();
    }
  }

  /** Takes a record that a person has brought; what is wrong with it, if it is not taken. */
  Optional<String> takeRecord(SignedRecord signed) {
    if (book.find(signed.id()).isPresent()) {
      return Optional.empty();
    }
    Optional<GuardDrop> problem = problemOf(signed);
    if (problem.isPresent()) {
      return Optional.of(problem.get().words());
    }
    return switch (SharedRule.read(signed.record().rule())) {
      case SharedRule.Terms.Refused refused -> Optional.of(refused.why());
      case SharedRule.Terms.Met met -> {
        add(signed, met.rule()).publish();
        yield Optional.empty();
      }
    };
  }

  private Optional<GuardDrop> problemOf(SignedRecord signed) {
    SignatureRecord record = signed.record();
    Optional<PublicIdentity> origin = members.keys(record.origin());
    if (origin.isEmpty()) {
      return Optional.of(GuardDrop.UNKNOWN_SIGNER);
    }
    long now = environment.wallMillis();
    if (record.expiresMillis() <= now || record.issuedMillis() > now + settings.clockSkewMillis()) {
      return Optional.of(GuardDrop.BAD_TIME);
    }
    if (!book.hasRoom(record.origin(), members::has)) {
      return Optional.of(GuardDrop.NO_ROOM);
    }
    return signed.isSignedBy(origin.get())
        ? Optional.empty()
        : Optional.of(GuardDrop.BAD_SIGNATURE);
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

  private void onRefutation(NodeId from, SignedRefutation signed) {
    Refutation refutation = signed.refutation();
    Optional<Dossier> dossier = book.find(refutation.id());
    if (dossier.isEmpty()
        || refutation.refuter().equals(environment.self())
        || dossier.get().refutedUntil(refutation.refuter()) >= refutation.expiresMillis()) {
      return;
    }
    if (!limits.takeStatement(from)) {
      counters.drop(GuardDrop.OVER_BUDGET);
      return;
    }
    Optional<PublicIdentity> refuter = members.keys(refutation.refuter());
    if (refuter.isEmpty()) {
      counters.drop(GuardDrop.UNKNOWN_SIGNER);
    } else if (!shares.isTime(refutation.expiresMillis())) {
      counters.drop(GuardDrop.BAD_TIME);
    } else if (!signed.isSignedBy(refuter.get())) {
      counters.drop(GuardDrop.BAD_SIGNATURE);
      limits.mute(from, environment.wallMillis() + settings.validityMillis());
    } else if (dossier.get().refute(signed)) {
      isNew(refutation.id());
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

  /** What is due from time to time: endorsements and refutations are refreshed, tests begun. */
  void tick() {
    long now = environment.wallMillis();
    book.ended(now).forEach(this::remove);
    for (Dossier dossier : book.all()) {
      dossier.expire(now);
      switch (dossier.opinion()) {
        case Opinion.Endorsed endorsed -> shares.sign(dossier, this::soon);
        case Opinion.Refuted refuted -> refresh(dossier, refuted);
        case Opinion.Open open -> consider(dossier);
        case Opinion.Doubted doubted -> consider(dossier);
      }
    }
    blame.look(now);
  }

  private void consider(Dossier dossier) {
    if (dossier.isPublic()) {
      judging.consider(dossier, holders(dossier), this::found);
    }
  }

  private void refresh(Dossier dossier, Opinion.Refuted refuted) {
    long expiry = shares.expiry();
    if (dossier.refutedUntil(environment.self()) < expiry) {
      SignedRefutation signed =
          SignedRefutation.sign(
              new Refutation(
                  group,
                  dossier.id(),
                  environment.self(),
                  refuted.fault(),
                  refuted.detail(),
                  expiry),
              ports.sealer().identity());
      dossier.refute(signed);
      gossip.refute(signed);
    }
  }

  /** Who may have the evidence: the origin, and then the endorsers; those with a link to them. */
  private List<NodeId> holders(Dossier dossier) {
    Set<NodeId> holders = new LinkedHashSet<>();
    holders.add(dossier.record().origin());
    dossier.endorsements().forEach(share -> holders.add(share.endorser()));
    holders.retainAll(members.linked());
    return List.copyOf(holders);
  }

  private void found(Dossier dossier, TestResult result) {
    switch (result) {
      case TestResult.Passed passed -> judge(dossier, new Opinion.Endorsed(false));
      case TestResult.Failed failed ->
          judge(
              dossier, blame.refuted(dossier, failed.fault(), failed.detail(), environment.self()));
      case TestResult.Doubtful doubtful ->
          judge(dossier, new Opinion.Doubted(doubtful.doubt(), Refutation.cut(doubtful.detail())));
      case TestResult.Undecided undecided ->
          dossier.untested(undecided.why(), environment.wallMillis());
    }
  }

  /** This node has come to an opinion: keeps it, and tells the group. */
  void judge(Dossier dossier, Opinion opinion) {
    shares.stop(dossier);
    dossier.judge(opinion, environment.wallMillis());
    dossier.publish();
    ports.store().save(new GuardStore.Stored(dossier.signed(), opinion, dossier.judgedMillis()));
    judging.forget(key(dossier.id()));
    isNew(dossier.id());
    tick();
  }

  /** Whose word counts has to be found out anew. */
  void trustChanged() {
    isViewNew = true;
  }

  /** Says what holds now, and tells the listener what has changed. */
  List<EnforcedSignature> evaluate() {
    long now = environment.wallMillis();
    if (isViewNew) {
      isViewNew = false;
      trusted = ports.trust().get().trusted(members.view(), environment.self());
    }
    List<EnforcedSignature> enforced = new ArrayList<>();
    for (Dossier dossier : List.copyOf(book.all())) {
      dossier.expire(now);
      Standing standing = standing(dossier);
      tell(dossier.id(), standing);
      if (standing.phase() == Phase.ENFORCED) {
        enforced.add(
            new EnforcedSignature(
                group, dossier.id(), dossier.rule(), false, standing.untilMillis()));
      }
    }
    return enforced;
  }

  /** That of a signature, now. */
  Standing standing(Dossier dossier) {
    return Standing.of(dossier, trusted, ports.trust().get(), environment.wallMillis());
  }

  private void tell(SignatureId id, Standing now) {
    Standing before = told.put(id, now);
    Phase phase = before == null ? Phase.LEARNED : before.phase();
    if (before == null
        || phase != now.phase()
        || before.endorsers().size() != now.endorsers().size()) {
      ports.listener().changed(group, id, phase, now);
    }
  }

  /** Removes a signature, and what this node thought of it. */
  void remove(Dossier dossier) {
    book.remove(dossier.id());
    cleanUp(dossier);
  }

  private void cleanUp(Dossier dossier) {
    told.remove(dossier.id());
    shares.stop(dossier);
    judging.forget(key(dossier.id()));
    ports.store().remove(group, dossier.id());
    if (!book.needs(dossier.record().evidence())) {
      ports.shelf().remove(dossier.record().evidence());
    }
  }

  private SignatureKey key(SignatureId id) {
    return new SignatureKey(group, id);
  }

  /** Of a refresh nobody is told: who lacks it hears of it with the next summary. */
  private void known(SignatureId id) {
    Standing before = told.get(id);
    boolean isRefresh =
        before != null
            && book.find(id)
                .filter(
                    dossier -> standing(dossier).endorsers().size() == before.endorsers().size())
                .isPresent();
    if (!isRefresh) {
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
