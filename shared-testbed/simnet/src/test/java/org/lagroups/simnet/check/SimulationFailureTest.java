package org.lagroups.simnet.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.Simulation;

class SimulationFailureTest {

  private final Simulation sim = new Simulation(42);

  @Test
  void tellsWhatWhenAndHowToReplay() {
    sim.checkEvery(
        Duration.ofSeconds(1),
        "the clock stops",
        findings ->
            findings.require(
                findings.now().compareTo(Duration.ofSeconds(3)) < 0, "it is " + findings.now()));
    sim.after(Duration.ofMillis(2_500), () -> sim.trace().note(0, "shortly before"));

    assertThatExceptionOfType(SimulationFailure.class)
        .isThrownBy(() -> sim.runFor(Duration.ofMinutes(1)))
        .withMessageStartingWith("the clock stops at PT3S: it is PT3S")
        .withMessageContaining("seed 42, virtual time PT3S")
        .withMessageContaining("shortly before")
        .withMessageEndingWith(
            "replay with: ./lag test --module simnet"
                + " --only SimulationFailureTest#tellsWhatWhenAndHowToReplay --seed 42")
        .satisfies(failure -> assertThat(failure.seed()).isEqualTo(42));
    assertThat(sim.now()).isEqualTo(Duration.ofSeconds(3));
  }

  @Test
  void gathersAllViolationsOfAMoment() {
    sim.checkAlways("first", findings -> findings.report("a"));
    sim.checkAlways("second", findings -> findings.report("b"));
    sim.after(Duration.ofSeconds(1), () -> {});
    assertThatExceptionOfType(SimulationFailure.class)
        .isThrownBy(() -> sim.runFor(Duration.ofMinutes(1)))
        .withMessageStartingWith("first at PT1S: a\nsecond at PT1S: b\n");
  }

  @Test
  void keepsFewViolationsOfAnInvariant() {
    Invariant noisy =
        new Invariant(
            "noisy",
            findings -> {
              for (int i = 0; i < 1_000; i++) {
                findings.report("again");
              }
            });
    assertThat(noisy.violations(Duration.ZERO)).hasSize(20);
  }

  @Test
  void wrapsWhatAnEventThrows() {
    sim.after(
        Duration.ofSeconds(1),
        () -> {
          throw new IllegalStateException("broken");
        });
    assertThatExceptionOfType(SimulationFailure.class)
        .isThrownBy(() -> sim.runFor(Duration.ofMinutes(1)))
        .withMessageStartingWith("an event threw java.lang.IllegalStateException: broken")
        .withCauseInstanceOf(IllegalStateException.class);
  }

  @Test
  void saysWhatWasAwaitedInVain() {
    assertThatExceptionOfType(SimulationFailure.class)
        .isThrownBy(() -> sim.runUntil("pigs fly", Duration.ofSeconds(9), () -> false))
        .withMessageStartingWith("not within PT9S: pigs fly");
    assertThat(sim.now()).isEqualTo(Duration.ofSeconds(9));
  }

  @Test
  void runUntilStopsAtTheMomentAConditionHolds() {
    AtomicInteger count = new AtomicInteger();
    sim.every(Duration.ofSeconds(2), count::incrementAndGet);
    Duration took = sim.runUntil("three", Duration.ofMinutes(1), () -> count.get() == 3);
    assertThat(took).isEqualTo(Duration.ofSeconds(6));
    assertThat(sim.runUntil("at once", Duration.ZERO, () -> true)).isEqualTo(Duration.ZERO);
  }
}
