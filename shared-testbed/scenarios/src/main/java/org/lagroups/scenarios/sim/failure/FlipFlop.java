package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import java.util.BitSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.Exile;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;

/**
 * One node in a hundred can be heard but hears nothing for 20 seconds, hears for 20 seconds, and so
 * on. What it says meanwhile of others, whom it takes for dead, must not count with them.
 */
public final class FlipFlop implements Scenario {

  private static final double SHARE = 0.01;
  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final Duration HALF = Duration.ofSeconds(20);
  private static final int ROUNDS = 12;

  @Override
  public String name() {
    return "flip-flop";
  }

  @Override
  public String summary() {
    return "1% of nodes hear nothing every other 20 s: the others must not flap";
  }

  @Override
  public Size size() {
    return new Size(20, 1_000, 20_000, 20);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    sim.network().conditions(Conditions.INTERNET);
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    BitSet deaf = island.chosen(SHARE, "deaf");
    Stability stability = new Stability(group, sim, island.ledger(), Stability.outside(deaf));
    group.form(FORMING);
    sim.runFor(SETTLING);
    stability.begin();
    Exile exile = new Exile(group, sim, island.ledger(), deaf);
    exile.begin();
    for (int round = 0; round < ROUNDS; round++) {
      deaf.stream().forEach(node -> deafen(sim, group, node));
      sim.runFor(HALF);
      sim.network().heal();
      sim.runFor(HALF);
    }
    exile.end("deaf nodes");
    sim.runUntil("all see all again", group.validity(), group::isComplete);
    stability.end();
    group.requireComplete();
    group.account();
  }

  private static void deafen(Simulation sim, MemberGroup group, int deaf) {
    for (SimNode<?> other : group.nodes()) {
      if (other.index() != deaf) {
        sim.network().cut(other, group.node(deaf));
      }
    }
  }
}
