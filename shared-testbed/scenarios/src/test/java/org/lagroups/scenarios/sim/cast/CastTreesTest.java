package org.lagroups.scenarios.sim.cast;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Samples;
import org.lagroups.simnet.seed.Seeds;

/** With few receivers; {@code lag sim cast} has a thousand. */
final class CastTreesTest {

  @Test
  void placesReceiversThatComeAndGoAndTellsOfBothTrees() throws Exception {
    Plan plan = new Plan(new CastTrees(), 20, Seeds.one());
    Ledger ledger = new Islands(plan, 1, done -> {}).playAll();
    assertThat(ledger.invariants())
        .as(plan.replay())
        .extracting(InvariantTally::violations)
        .containsOnly(0L);
    List<String> figures = ledger.samples().stream().map(Samples::name).toList();
    assertThat(figures)
        .contains(
            "by merit: depth",
            "by merit: rate",
            "by merit: uptime at level 1",
            "by merit: interruptions per node and hour",
            "by arrival: interruptions per node and hour",
            "interruptions by merit / by arrival");
  }
}
