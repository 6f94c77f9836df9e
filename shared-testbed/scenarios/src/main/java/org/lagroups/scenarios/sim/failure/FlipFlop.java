package org.lagroups.scenarios.sim.failure;

import java.time.Duration;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.scenarios.sim.scenario.Size;

/**
 * One node in a hundred can be heard but hears nothing for 20 seconds, hears for 20 seconds, and so
 * on. What it says meanwhile of others, whom it takes for dead, must not count with them.
 */
public final class FlipFlop implements Scenario {

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
    FewTroubled.play(
        island,
        "deaf",
        (sim, group, deaf) -> {
          for (int round = 0; round < ROUNDS; round++) {
            FewTroubled.toLinks(group, deaf, (node, other) -> sim.network().cut(other, node));
            sim.runFor(HALF);
            sim.network().heal();
            sim.runFor(HALF);
          }
        });
  }
}
