package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import java.util.BitSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.world.Exile;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;

/**
 * One node in a hundred has a trouble with its links for some minutes, and then no more. The others
 * must not flap, and all have to see all in the end.
 */
final class FewTroubled {

  private static final double SHARE = 0.01;
  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofMinutes(1);

  private FewTroubled() {}

  /** What happens to the troubled nodes; it takes as long as it lasts. */
  @FunctionalInterface
  interface Trouble {

    /** Lets it happen. */
    void happen(Simulation sim, MemberGroup group, BitSet troubled);
  }

  /** What happens between a troubled node and another, in both directions. */
  @FunctionalInterface
  interface ToLink {

    /** Lets it happen to one link. */
    void happen(SimNode<?> troubled, SimNode<?> other);
  }

  /**
   * Plays it.
   *
   * @param what the troubled nodes are, in a word
   */
  static void play(Island island, String what, Trouble trouble) {
    Simulation sim = island.simulation();
    sim.network().conditions(Conditions.INTERNET);
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    BitSet troubled = island.chosen(SHARE, what);
    Stability stability = new Stability(group, sim, island.ledger(), Stability.outside(troubled));
    group.form(FORMING);
    sim.runFor(SETTLING);
    stability.begin();
    Exile exile = new Exile(group, sim, island.ledger(), troubled);
    exile.begin();
    trouble.happen(sim, group, troubled);
    exile.end(what + " nodes");
    sim.network().heal();
    sim.runUntil("all see all again", group.validity(), group::isComplete);
    stability.end();
    group.requireComplete();
    group.account();
  }

  /** Does something to each link of each troubled node. */
  static void toLinks(MemberGroup group, BitSet troubled, ToLink trouble) {
    troubled.stream()
        .forEach(node -> {
          for (SimNode<?> other : group.nodes()) {
            if (other.index() != node) {
              trouble.happen(group.node(node), other);
            }
          }
        });
  }
}
