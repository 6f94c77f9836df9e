package org.lagroups.wormguard.learn.sketch;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class ScaledBitmapsTest {

  private final SplittableRandom random = new SplittableRandom(Seeds.one());

  /** The standard deviation and the mean of what is counted too much, as shares of the count. */
  private record Errors(double deviation, double mean) {}

  @Test
  void isAsNearAsItSaysToThingsThatAreSeenOnce() {
    for (int things : counts()) {
      Errors errors = errors(things, 1);
      assertThat(errors.deviation()).as("deviation of %d", things).isLessThan(0.18);
      assertThat(errors.mean()).as("mean of %d", things).isBetween(-0.05, 0.05);
    }
  }

  @Test
  void isAsNearAsItSaysToThingsThatAreSeenAgainAndAgain() {
    for (int things : counts()) {
      assertThat(errors(things, 5).mean()).as("mean of %d", things).isBetween(-0.05, 0.12);
    }
  }

  @Test
  void countsEachSubjectOnItsOwn() {
    ScaledBitmaps bitmaps = new ScaledBitmaps(3, random);
    for (int i = 0; i < 1_000; i++) {
      bitmaps.add(1, i, 7);
    }
    assertThat(bitmaps.count(0)).isZero();
    assertThat(bitmaps.count(1)).isBetween(500.0, 1_500.0);
    assertThat(bitmaps.count(2)).isZero();
  }

  @Test
  void countsAnewAfterASubjectWasCleared() {
    ScaledBitmaps bitmaps = new ScaledBitmaps(2, random);
    for (int i = 0; i < 1_000; i++) {
      bitmaps.add(0, i, 7);
      bitmaps.add(1, i, 7);
    }
    double other = bitmaps.count(1);
    bitmaps.clear(0);
    assertThat(bitmaps.count(0)).isZero();
    assertThat(bitmaps.count(1)).isEqualTo(other);
  }

  @Test
  void holdsTwentyFiveBytesForEachSubject() {
    assertThat(new ScaledBitmaps(1_000, random).memoryBytes()).isEqualTo(25_000);
  }

  private static int[] counts() {
    return Seeds.isFull()
        ? new int[] {1, 2, 8, 29, 57, 115, 300, 1_000, 10_000, 50_000}
        : new int[] {1, 8, 30, 115, 1_000, 3_000};
  }

  private Errors errors(int things, int rounds) {
    // So many that chance moves what is found by a small part of the margins.
    int runs = things < 30 ? 10_000 : 400;
    ScaledBitmaps bitmaps = new ScaledBitmaps(runs, random);
    double sum = 0;
    double squares = 0;
    for (int run = 0; run < runs; run++) {
      long high = random.nextLong();
      for (int i = 0; i < things * rounds; i++) {
        bitmaps.add(run, high, i % things);
      }
      double error = bitmaps.count(run) / things - 1;
      sum += error;
      squares += error * error;
    }
    return new Errors(Math.sqrt(squares / runs), sum / runs);
  }
}
