package org.lagroups.scenarios.sim.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.Simulation;

final class IslandsTest {

  @Test
  void theOutcomeDoesNotDependOnTheNumberOfThreads() throws InterruptedException {
    Plan plan = plan(IslandsTest::drawAndRun, 57);
    assertThat(told(plan, 4)).isEqualTo(told(plan, 1)).isNotEqualTo(told(plan, 1, 8));
  }

  @Test
  void everyNodeIsOnOneIsland() throws InterruptedException {
    Plan plan = plan(island -> island.ledger().sample("nodes", "", island.nodes()), 57);
    Ledger ledger = new Islands(plan, 2, done -> {}).playAll();
    assertThat(plan.islands()).isEqualTo(5);
    assertThat(ledger.samples().getFirst().count()).isEqualTo(5);
    assertThat(ledger.samples().getFirst().median()).isEqualTo(11);
    assertThat(ledger.samples().getFirst().most()).isEqualTo(12);
    assertThat(plan.firstNodeOf(5)).isEqualTo(57);
  }

  @Test
  void asManyNodesAreChosenAsTheShareSaysAndAtLeastOne() {
    Plan plan = plan(island -> {}, 100);
    for (double share : List.of(0.001, 0.01, 0.25)) {
      int chosen = 0;
      for (int i = 0; i < plan.islands(); i++) {
        BitSet here = new Island(plan, i).chosen(share, "purpose");
        assertThat(here.length()).isLessThanOrEqualTo(10);
        chosen += here.cardinality();
      }
      assertThat(chosen).isEqualTo(Math.max(1, (int) (100 * share)));
    }
    assertThat(plan.chosen(10, "one")).isNotEqualTo(plan.chosen(10, "other"));
  }

  @Test
  void aViolationNamesTheCommandThatReplaysItsIsland() throws InterruptedException {
    Plan plan =
        plan(island -> island.ledger().require("index", island.index() != 3, () -> "it is 3"), 50);
    Ledger ledger = new Islands(plan, 2, done -> {}).playAll();
    InvariantTally tally = ledger.invariants().getFirst();
    assertThat(ledger.passed()).isFalse();
    assertThat(tally.checks()).isEqualTo(5);
    assertThat(tally.violations()).isEqualTo(1);
    assertThat(tally.seen().getFirst())
        .startsWith("it is 3")
        .endsWith("replay with: ./lag sim scripted --nodes 50 --seed 7 --island 3");
    assertThat(new Islands(plan, 1, done -> {}).playOne(3).passed()).isFalse();
    assertThat(new Islands(plan, 1, done -> {}).playOne(2).passed()).isTrue();
  }

  @Test
  void anIslandThatBreaksOffIsAViolationAndTheOthersAreStillPlayed() throws InterruptedException {
    Plan plan =
        plan(
            island -> {
              if (island.index() == 1) {
                island.simulation().runUntil("pigs fly", Duration.ofSeconds(1), () -> false);
              }
            },
            50);
    InvariantTally tally = new Islands(plan, 2, done -> {}).playAll().invariants().getFirst();
    assertThat(tally.name()).isEqualTo(Islands.PLAYED_TO_THE_END);
    assertThat(tally.checks()).isEqualTo(5);
    assertThat(tally.seen().getFirst()).contains("pigs fly", "--island 1");
  }

  @Test
  void violationsAreCountedAndTheFirstOnesKept() {
    Ledger ledger = new Ledger();
    for (int i = 0; i < 1_000; i++) {
      ledger.require("never", false, () -> "seen");
    }
    InvariantTally tally = ledger.invariants().getFirst();
    assertThat(tally.violations()).isEqualTo(1_000);
    assertThat(tally.seen()).hasSize(InvariantTally.MAX_KEPT);
  }

  @Test
  void aRunThatCheckedNothingHasNotPassed() {
    assertThat(new Ledger().passed()).isFalse();
  }

  @Test
  void aScenariosOwnFaultIsNoViolation() {
    Plan plan =
        plan(
            island -> {
              throw new IllegalStateException("badly written");
            },
            50);
    assertThatIllegalStateException()
        .isThrownBy(() -> new Islands(plan, 2, done -> {}).playAll())
        .withMessage("badly written");
  }

  @Test
  void refusesNodesBeyondTheScenariosBounds() {
    assertThatIllegalArgumentException().isThrownBy(() -> plan(island -> {}, 9));
    assertThatIllegalArgumentException().isThrownBy(() -> plan(island -> {}, 101));
  }

  private static void drawAndRun(Island island) {
    Simulation sim = island.simulation();
    sim.every(Duration.ofSeconds(1), () -> {});
    sim.runFor(Duration.ofSeconds(island.index()));
    island.ledger().sample("drawn", "", sim.random("test").nextDouble());
  }

  private static String told(Plan plan, int threads) throws InterruptedException {
    Ledger ledger = new Islands(plan, threads, done -> {}).playAll();
    Samples drawn = ledger.samples().getFirst();
    Totals totals = ledger.totals();
    return "%s %s %d %s"
        .formatted(drawn.median(), drawn.most(), totals.events(), totals.virtualTime());
  }

  private static String told(Plan plan, int threads, long seed) throws InterruptedException {
    return told(new Plan(plan.scenario(), plan.nodes(), seed), threads);
  }

  private static Plan plan(Consumer<Island> script, int nodes) {
    return new Plan(new Scripted(script), nodes, 7);
  }

  private record Scripted(Consumer<Island> script) implements Scenario {

    @Override
    public String name() {
      return "scripted";
    }

    @Override
    public String summary() {
      return "what a test says";
    }

    @Override
    public Size size() {
      return new Size(10, 50, 100, 10);
    }

    @Override
    public void play(Island island) {
      script.accept(island);
    }
  }
}
