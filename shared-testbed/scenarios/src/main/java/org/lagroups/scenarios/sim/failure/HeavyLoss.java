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
 * One node in a hundred loses four of five packets, in both directions. Where suspicion is spread,
 * such nodes bring healthy ones under suspicion.
 */
public final class HeavyLoss implements Scenario {

  private static final double SHARE = 0.01;
  private static final double LOSS = 0.8;
  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration SETTLING = Duration.ofMinutes(1);
  private static final Duration LOSING = Duration.ofMinutes(8);

  @Override
  public String name() {
    return "heavy-loss";
  }

  @Override
  public String summary() {
    return "1% of nodes lose 80% of packets: the others must not flap";
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
    BitSet lossy = island.chosen(SHARE, "lossy");
    Stability stability = new Stability(group, sim, island.ledger(), Stability.outside(lossy));
    group.form(FORMING);
    sim.runFor(SETTLING);
    stability.begin();
    Exile exile = new Exile(group, sim, island.ledger(), lossy);
    exile.begin();
    lossy.stream().forEach(node -> lose(sim, group, node));
    sim.runFor(LOSING);
    exile.end("lossy nodes");
    sim.network().heal();
    sim.runUntil("all see all again", group.validity(), group::isComplete);
    stability.end();
    group.requireComplete();
    group.account();
  }

  private static void lose(Simulation sim, MemberGroup group, int lossy) {
    Conditions bad = Conditions.INTERNET.withLoss(LOSS);
    for (SimNode<?> other : group.nodes()) {
      if (other.index() != lossy) {
        sim.network().conditions(group.node(lossy), other, bad);
        sim.network().conditions(other, group.node(lossy), bad);
      }
    }
  }
}
