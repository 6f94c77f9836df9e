package org.lagroups.wormguard.cooperate.protocol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.cooperate.book.Book;
import org.lagroups.wormguard.cooperate.book.Dossier;
import org.lagroups.wormguard.cooperate.judge.Opinion;
import org.lagroups.wormguard.cooperate.judge.Refutation;
import org.lagroups.wormguard.cooperate.judge.SignedRefutation;
import org.lagroups.wormguard.cooperate.judge.TestResult;

/**
 * What this node makes of the signatures of one group: has them tested, keeps its opinions, and
 * says them anew before they expire.
 */
final class Opinions {

  private final Environment<GuardTimer> environment;
  private final GuardPorts ports;
  private final Members members;
  private final Book book;
  private final ShareDesk shares;
  private final Gossip gossip;
  private final Blame blame;
  private final Judging judging;
  private final Runnable soon;

  /**
   * None yet.
   *
   * @param soon has what is new told
   */
  Opinions(
      Environment<GuardTimer> environment,
      GuardPorts ports,
      Members members,
      Book book,
      ShareDesk shares,
      Gossip gossip,
      Blame blame,
      Judging judging,
      Runnable soon) {
    this.environment = environment;
    this.ports = ports;
    this.members = members;
    this.book = book;
    this.shares = shares;
    this.gossip = gossip;
    this.blame = blame;
    this.judging = judging;
    this.soon = soon;
  }

  /** What is due from time to time: endorsements and refutations are refreshed, tests begun. */
  void tick() {
    long now = environment.wallMillis();
    for (Dossier dossier : judging.inTurn(book.all())) {
      dossier.expire(now);
      switch (dossier.opinion()) {
        case Opinion.Endorsed endorsed -> shares.sign(dossier, soon);
        case Opinion.Refuted refuted -> refresh(dossier, refuted);
        case Opinion.Open open -> consider(dossier);
        case Opinion.Doubted doubted -> consider(dossier);
      }
    }
    blame.look(now);
  }

  /** This node has come to an opinion: keeps it, and tells the group. */
  void judge(Dossier dossier, Opinion opinion) {
    shares.stop(dossier);
    dossier.judge(opinion, environment.wallMillis());
    dossier.publish();
    ports.store().save(new GuardStore.Stored(dossier.signed(), opinion, dossier.judgedMillis()));
    judging.forget(new SignatureKey(dossier.record().group(), dossier.id()));
    gossip.isNew(dossier.id());
    soon.run();
    tick();
  }

  private void consider(Dossier dossier) {
    if (dossier.isPublic()) {
      judging.consider(dossier, holders(dossier), this::found);
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

  private void refresh(Dossier dossier, Opinion.Refuted refuted) {
    long expiry = shares.expiry();
    if (dossier.refutedUntil(environment.self()) < expiry) {
      SignedRefutation signed =
          SignedRefutation.sign(
              new Refutation(
                  dossier.record().group(),
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
}
