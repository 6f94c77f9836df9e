package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.scenarios.sim.world.MemberGroup;
import org.lagroups.scenarios.sim.world.Stability;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;

/**
 * All nodes of a group start at one moment and join through the first. Views only grow: nobody who
 * has been seen is lost again while the others come.
 */
public final class Bootstrap implements Scenario {

  private static final Duration FORMING = Duration.ofMinutes(1);
  private static final Duration AFTERWARDS = Duration.ofMinutes(2);

  @Override
  public String name() {
    return "bootstrap";
  }

  @Override
  public String summary() {
    return "groups of 20 start at once through one member: views must only grow";
  }

  @Override
  public Size size() {
    return new Size(20, 2_000, 20_000, 20);
  }

  @Override
  public void play(Island island) {
    Simulation sim = island.simulation();
    sim.network().conditions(Conditions.INTERNET);
    MemberGroup group = new MemberGroup(island, GroupSettings.DEFAULT);
    Stability stability = new Stability(group, sim, island.ledger(), (one, other) -> true);
    stability.begin();
    group.form(FORMING);
    sim.runUntil("all attest to all", FORMING, group::isClique);
    island.ledger().sample("all attest to all after", "s", sim.now().toMillis() / 1e3);
    sim.runFor(AFTERWARDS);
    stability.end();
    group.requireComplete();
    group.account();
  }
}
