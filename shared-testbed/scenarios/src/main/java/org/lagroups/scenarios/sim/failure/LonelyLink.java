package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import java.util.BitSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/**
 * A node that only one member can reach, the others hearing it or not. Where each member is asked
 * by others whether a third one lives, such a node makes unrelated members suspect each other.
 */
public final class LonelyLink implements Scenario {

  /** The node in question, and the one member that reaches it. */
  private static final int LONELY = 1;

  private static final int FRIEND = 2;
  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final Duration PHASE = Duration.ofMinutes(5);

  @Override
  public String name() {
    return "lonely-link";
  }

  @Override
  public String summary() {
    return "one of ten is reachable by one member only: others must not flap";
  }

  @Override
  public Size size() {
    return new Size(10, 100, 10_000, 10);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    BitSet lonely = new BitSet();
    lonely.set(LONELY);
    Stability stability = new Stability(group, sim, island.ledger(), Stability.outside(lonely));
    group.form(FORMING);
    sim.runFor(SETTLING);
    stability.begin();
    cut(sim, group, true);
    sim.runFor(PHASE);
    requireInAllViews(island, group, "cut both ways");
    sim.network().heal();
    cut(sim, group, false);
    sim.runFor(PHASE);
    requireInAllViews(island, group, "cut one way");
    stability.end();
    group.account();
  }

  /** Nobody but the friend reaches the lonely node; the other direction is cut if wished. */
  private static void cut(Simulation sim, MemberGroup group, boolean bothWays) {
    SimNode<?> lonely = group.node(LONELY);
    for (SimNode<?> other : group.nodes()) {
      if (other.index() != lonely.index() && other.index() != group.node(FRIEND).index()) {
        sim.network().cut(other, lonely);
        if (bothWays) {
          sim.network().cut(lonely, other);
        }
      }
    }
  }

  /** One attestation each way is enough: the others see the lonely node through its friend. */
  private static void requireInAllViews(Island island, MemberGroup group, String when) {
    for (int other = 0; other < group.nodes().size(); other++) {
      int viewer = other;
      island
          .ledger()
          .require(
              "the lonely node stays a member through its friend",
              group.sees(viewer, LONELY) && group.sees(LONELY, viewer),
              () ->
                  "%s: n%d and the lonely n%d do not see each other"
                      .formatted(when, viewer, LONELY));
    }
  }
}
