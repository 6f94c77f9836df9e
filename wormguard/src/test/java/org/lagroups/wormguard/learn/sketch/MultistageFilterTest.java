package org.lagroups.wormguard.learn.sketch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class MultistageFilterTest {

  private static final int THRESHOLD = 3;

  @Test
  void countsExactlyWhatIsAlone() {
    MultistageFilter filter = filter(new SplittableRandom(Seeds.one()), 64);
    for (int seen = 1; seen < MultistageFilter.MAX_COUNT; seen++) {
      assertThat(filter.see(7)).isEqualTo(seen);
    }
  }

  @Test
  void staysAtItsLargestCount() {
    MultistageFilter filter = filter(new SplittableRandom(Seeds.one()), 64);
    for (int i = 0; i < 1_000; i++) {
      filter.see(7);
    }
    assertThat(filter.see(7)).isEqualTo(MultistageFilter.MAX_COUNT);
  }

  @Test
  void neverCountsTooLow() {
    Seeds.forEach(
        5,
        200,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          MultistageFilter filter = filter(random, 256);
          Map<Long, Integer> seen = new HashMap<>();
          for (int i = 0; i < 5_000; i++) {
            long thing = random.nextInt(random.nextInt(1, 2_000));
            int count = seen.merge(thing, 1, Integer::sum);
            assertThat(filter.see(thing))
                .isGreaterThanOrEqualTo(Math.min(count, MultistageFilter.MAX_COUNT));
          }
        });
  }

  /** All of them seen once, so that all that pass do so by mistake. */
  @Test
  void letsPassNoMoreThanItSays() {
    Seeds.forEach(
        3,
        50,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int things = 20_000;
          MultistageFilter filter = filter(random, 1 << 14);
          int passed = 0;
          for (int i = 0; i < things; i++) {
            passed += filter.see(random.nextLong()) >= THRESHOLD ? 1 : 0;
          }
          double chance = filter.chanceToPass(1, THRESHOLD, things);
          assertThat(chance).isBetween(0.05, 0.3);
          assertThat(passed).isLessThan((int) (things * chance));
        });
  }

  @Test
  void saysThatWhatWasSeenOftenPasses() {
    MultistageFilter filter = filter(new SplittableRandom(1), 64);
    assertThat(filter.chanceToPass(THRESHOLD, THRESHOLD, 1_000)).isEqualTo(1);
    assertThat(filter.chanceToPass(1, 2, 1_000_000)).isEqualTo(1);
  }

  @Test
  void countsAnewAfterItWasCleared() {
    MultistageFilter filter = filter(new SplittableRandom(Seeds.one()), 64);
    filter.see(7);
    filter.clear();
    assertThat(filter.see(7)).isEqualTo(1);
  }

  @Test
  void takesTheMemoryThatItSays() {
    MultistageFilter filter =
        new MultistageFilter(
            MultistageFilter.DEFAULT_STAGES,
            MultistageFilter.DEFAULT_COUNTERS,
            new SplittableRandom(1));
    assertThat(filter.memoryBytes()).isEqualTo(2L << 20);
  }

  @Test
  void refusesSizesOutOfRange() {
    SplittableRandom random = new SplittableRandom(1);
    for (int stages : new int[] {0, -1, MultistageFilter.MAX_STAGES + 1}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MultistageFilter(stages, 64, random));
    }
    for (int counters : new int[] {0, 3, Integer.MIN_VALUE, 2 * MultistageFilter.MAX_COUNTERS}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new MultistageFilter(4, counters, random));
    }
  }

  private static MultistageFilter filter(SplittableRandom random, int counters) {
    return new MultistageFilter(MultistageFilter.DEFAULT_STAGES, counters, random);
  }
}
