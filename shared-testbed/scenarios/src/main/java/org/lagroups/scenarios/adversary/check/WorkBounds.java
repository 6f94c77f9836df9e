package org.lagroups.scenarios.adversary.check;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.core.group.spread.Allowance;
import org.lagroups.core.group.view.AdvertisementDatabase;
import org.lagroups.core.group.view.Equivocators;
import org.lagroups.core.limit.Rate;
import org.lagroups.scenarios.sim.world.Member;
import org.lagroups.simnet.SimNode;

/** What peers can make an honest node do and remember stays within the stated bounds. */
public final class WorkBounds {

  public static final String WORK = "signature checks stay within what the peers may cost";
  public static final String MEMORY = "advertisements, views and proofs kept stay within bounds";

  /** What an honest member causes: each of its advertisements is checked once by some relay. */
  private static final Rate HONEST_CHECKS = new Rate(1, 64);

  private final Honest honest;
  private final int adversaries;
  private final int maxMembers;
  private final Duration begin;
  private final List<Long> checksBefore = new ArrayList<>();

  /**
   * From now on, with so many members that may cost as much as they can.
   *
   * @param maxMembers how many nodes a view may have
   */
  public WorkBounds(Honest honest, int adversaries, int maxMembers) {
    this.maxMembers = maxMembers;
    this.honest = honest;
    this.adversaries = adversaries;
    this.begin = honest.sim().now();
    honest.nodes().forEach(node -> checksBefore.add(checks(node)));
  }

  /** Looks at all honest nodes. */
  public void check() {
    for (int i = 0; i < honest.count(); i++) {
      SimNode<Member> node = honest.nodes().get(i);
      long checks = checks(node) - checksBefore.get(i);
      honest
          .ledger()
          .require(
              WORK,
              checks <= mostChecks(),
              () -> "%s made %d checks, at most %d".formatted(node.name(), checks, mostChecks()));
      checkMemory(node);
    }
  }

  /** How many checks all peers together may cause one node by now. */
  private long mostChecks() {
    double seconds = honest.sim().now().minus(begin).toMillis() / 1e3;
    Rate any = Allowance.ACQUAINTANCE.checks();
    return (long)
        (adversaries * (any.burst() + any.perSecond() * seconds)
            + honest.count() * (HONEST_CHECKS.burst() + HONEST_CHECKS.perSecond() * seconds));
  }

  private void checkMemory(SimNode<Member> node) {
    GroupMachine groups = node.app().groups();
    int held = groups.advertisementsHeld(honest.group().id());
    int proofs = groups.equivocators(honest.group().id()).size();
    int members = honest.viewOf(node).vertexCount();
    honest
        .ledger()
        .require(
            MEMORY,
            held <= maxMembers + AdvertisementDatabase.MAX_CANDIDATES
                && proofs <= Equivocators.MAX_PROOFS
                && members <= maxMembers,
            () ->
                "%s holds %d advertisements and %d proofs, and sees %d members"
                    .formatted(node.name(), held, proofs, members));
  }

  private static long checks(SimNode<Member> node) {
    return node.app().groups().statistics().signatureChecks();
  }
}
