package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import java.util.BitSet;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.Detection;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;

/** Ten ordinary minutes of very many nodes, of which one in a hundred dies and comes back. */
public final class Scale implements Scenario {

  private static final double DYING = 0.01;
  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration DEATH = Duration.ofMinutes(3);
  private static final Duration RETURN = Duration.ofMinutes(6);
  private static final Duration END = Duration.ofMinutes(10);

  @Override
  public String name() {
    return "scale";
  }

  @Override
  public String summary() {
    return "ten minutes of many groups of 20; 1% of nodes die and come back";
  }

  @Override
  public Size size() {
    return new Size(20, 1_000, 100_000, 20);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    sim.network().conditions(Conditions.INTERNET);
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    BitSet dying = island.chosen(DYING, "dying");
    Stability stability = new Stability(group, sim, island.ledger(), Stability.outside(dying));
    Detection detection = new Detection(group, sim, island.ledger());
    group.form(FORMING);
    sim.runUntil(DEATH);
    stability.begin();
    detection.kill(dying);
    sim.runUntil(RETURN);
    detection.requireKnown();
    dying.stream().forEach(node -> group.node(node).restart());
    sim.runUntil(END);
    stability.end();
    group.requireComplete();
    group.account();
  }
}
