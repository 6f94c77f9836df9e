package org.lagroups.simnet.seed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;
import org.lagroups.simnet.Simulation;

@ResourceLock(Resources.SYSTEM_PROPERTIES)
class SeedsTest {

  private static List<Long> seedsWith(String property, String value) {
    String before = System.getProperty(property);
    System.setProperty(property, value);
    try {
      return Seeds.stream(3, 7).boxed().toList();
    } finally {
      if (before == null) {
        System.clearProperty(property);
      } else {
        System.setProperty(property, before);
      }
    }
  }

  @Test
  void deriveFromTheBase() {
    List<Long> some = seedsWith("lag.seed.base", "3fced82");
    assertThat(some).doesNotHaveDuplicates().isEqualTo(seedsWith("lag.seed.base", "3fced82"));
    assertThat(some).doesNotContainAnyElementsOf(seedsWith("lag.seed.base", "8b37806"));
  }

  @Test
  void beginWithTheBaseIfItIsANumberSoThatAFailureIsReplayedFirst() {
    assertThat(seedsWith("lag.seed.base", "77")).startsWith(77L).hasSize(3);
    assertThat(seedsWith("lag.seed.base", "-77")).startsWith(-77L);
    assertThat(seedsWith("lag.seed.base", "lagroups")).allMatch(seed -> seed >= 0);
  }

  @Nested
  class NestedTest {

    @Test
    void isQuotedForTheShell() {
      assertThat(ReplayCommand.forRunningTest(5))
          .isEqualTo(
              "./lag test --module simnet"
                  + " --only 'SeedsTest$NestedTest#isQuotedForTheShell' --seed 5");
    }
  }

  @Test
  void areManyInALongRun() {
    assertThat(seedsWith("lag.full", "true")).hasSize(7);
    assertThat(seedsWith("lag.full", "false")).hasSize(3);
  }

  @Test
  void areOneInAReplay() {
    assertThat(seedsWith("lag.seed", "-42")).containsExactly(-42L);
  }

  @Test
  void saysHowToReplayTheFirstFailure() {
    List<Long> tried = new ArrayList<>();
    List<Long> seeds = Seeds.stream(3, 7).boxed().toList();
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            Seeds.forEach(
                3,
                7,
                seed -> {
                  tried.add(seed);
                  assertThat(tried).as("only one").hasSizeLessThan(2);
                }))
        .withMessageContaining("seed " + seeds.get(1) + " failed (number 2 of ")
        .withMessageContaining("only one")
        .withMessageEndingWith(
            "replay with: ./lag test --module simnet"
                + " --only SeedsTest#saysHowToReplayTheFirstFailure --seed "
                + seeds.get(1));
    assertThat(tried).hasSize(2);
  }

  @Test
  void inParallelAreRunOnceEach() {
    Set<Long> tried = ConcurrentHashMap.newKeySet();
    AtomicInteger runs = new AtomicInteger();
    Seeds.forEachInParallel(
        20,
        40,
        seed -> {
          tried.add(seed);
          runs.incrementAndGet();
        });
    assertThat(tried).containsExactlyInAnyOrderElementsOf(Seeds.stream(20, 40).boxed().toList());
    assertThat(runs).hasValue(tried.size());
  }

  @Test
  void inParallelReportTheFailureWithTheLowestNumberFirst() {
    List<Long> seeds = Seeds.stream(3, 7).boxed().toList();
    CyclicBarrier both = new CyclicBarrier(2);
    CountDownLatch laterFailed = new CountDownLatch(1);
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            new ParallelSeeds(seeds.stream().mapToLong(seed -> seed).toArray(), 2)
                .run(seed -> {
                  both.await(10, TimeUnit.SECONDS);
                  if (seed == seeds.get(1)) {
                    laterFailed.countDown();
                  }
                  assertThat(laterFailed.await(10, TimeUnit.SECONDS)).isTrue();
                  throw new AssertionError("wrong with " + seed);
                }))
        .withMessageContaining("seed " + seeds.get(0) + " failed (number 1 of ")
        .withMessageContaining("wrong with " + seeds.get(0))
        .withMessageEndingWith(
            "replay with: ./lag test --module simnet"
                + " --only SeedsTest#inParallelReportTheFailureWithTheLowestNumberFirst --seed "
                + seeds.get(0))
        .satisfies(failure ->
            assertThat(failure.getSuppressed())
                .singleElement()
                .satisfies(other -> assertThat(other).hasMessageContaining("number 2 of ")));
  }

  @Test
  void inParallelSimulationsNameTheTestToo() {
    assertThatExceptionOfType(AssertionError.class)
        .isThrownBy(() ->
            Seeds.forEachInParallel(
                2,
                2,
                seed -> new Simulation(seed).runUntil("never", Duration.ofSeconds(1), () -> false)))
        .withMessageContaining("--only SeedsTest#inParallelSimulationsNameTheTestToo --seed ")
        .withMessageNotContaining("--only TEST");
  }

  @Test
  void inParallelLetErrorsOfTheMachineThrough() {
    assertThatExceptionOfType(StackOverflowError.class)
        .isThrownBy(() ->
            Seeds.forEachInParallel(
                2,
                2,
                seed -> {
                  throw new StackOverflowError();
                }));
  }
}
