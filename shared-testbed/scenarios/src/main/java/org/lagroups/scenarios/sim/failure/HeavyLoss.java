package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;
import org.lagroups.simnet.net.Conditions;

/**
 * One node in a hundred loses four of five packets, in both directions. Where suspicion is spread,
 * such nodes bring healthy ones under suspicion.
 */
public final class HeavyLoss implements Scenario {

  private static final double LOSS = 0.8;
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
    Conditions bad = Conditions.INTERNET.withLoss(LOSS);
    FewTroubled.play(
        island,
        "lossy",
        (sim, group, lossy) -> {
          FewTroubled.toLinks(
              group,
              lossy,
              (node, other) -> {
                sim.network().conditions(node, other, bad);
                sim.network().conditions(other, node, bad);
              });
          sim.runFor(LOSING);
        });
  }
}
