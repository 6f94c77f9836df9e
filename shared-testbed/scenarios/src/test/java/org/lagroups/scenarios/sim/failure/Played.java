package org.lagroups.scenarios.sim.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.simnet.seed.Seeds;

/** Plays scenarios with the seed of the test run. */
final class Played {

  private Played() {}

  /** Plays one, and fails with what was seen and how to replay it if something did not hold. */
  static Ledger well(Scenario scenario, int nodes) {
    Plan plan = new Plan(scenario, nodes, Seeds.one());
    try {
      Ledger ledger = new Islands(plan, 2, done -> {}).playAll();
      List<InvariantTally> violated =
          ledger.invariants().stream().filter(tally -> tally.violations() > 0).toList();
      assertThat(violated.stream().map(tally -> tally.name() + ": " + tally.seen()).toList())
          .as(plan.replay())
          .isEmpty();
      return ledger;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted: " + plan.replay(), e);
    }
  }
}
