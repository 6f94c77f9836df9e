package org.lagroups.scenarios.adversary.play;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.wire.Refusal;
import org.lagroups.scenarios.sim.scenario.InvariantTally;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Samples;
import org.lagroups.scenarios.sim.scenario.Scenario;
import org.lagroups.simnet.seed.Seeds;

/** Each adversary in one group; {@code lag sim} plays them in many. */
final class AdversariesTest {

  static Stream<Scenario> scenarios() {
    return AdversaryScenarios.all().stream();
  }

  @ParameterizedTest
  @MethodSource("scenarios")
  void anAdversaryBreaksNothing(Scenario scenario) {
    Plan plan = new Plan(scenario, scenario.size().least(), Seeds.one());
    Ledger ledger = new Islands(plan, 1, done -> {}).playOne(0);
    List<String> violated =
        ledger.invariants().stream()
            .filter(tally -> tally.violations() > 0)
            .map(tally -> tally.name() + ": " + tally.seen())
            .toList();
    assertThat(violated).as(plan.replay()).isEmpty();
    List<String> measured = ledger.samples().stream().map(Samples::name).toList();
    assertThat(measured).containsAll(refusals(scenario.name()));
    assertThat(ledger.invariants())
        .extracting(InvariantTally::name)
        .contains(AdversaryScenario.MERGED);
  }

  /** By what is refused it can be seen that the adversary has done what it is there for. */
  private static List<String> refusals(String scenario) {
    List<Refusal> expected =
        switch (scenario) {
          case "forger" -> List.of(Refusal.BAD_SIGNATURE, Refusal.OVER_BUDGET);
          case "replayer" -> List.of(Refusal.STALE);
          case "equivocator" -> List.of(Refusal.EQUIVOCATION);
          case "skewed-clock" -> List.of(Refusal.FUTURE_DATED, Refusal.EXPIRED);
          case "adversaries" ->
              List.of(
                  Refusal.BAD_SIGNATURE, Refusal.STALE, Refusal.EQUIVOCATION, Refusal.FUTURE_DATED);
          default -> List.of();
        };
    return expected.stream().map(reason -> "refused: " + reason).toList();
  }
}
