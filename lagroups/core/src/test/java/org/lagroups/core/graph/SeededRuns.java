package org.lagroups.core.graph;

import java.util.Random;
import java.util.random.RandomGenerator;

/** Runs a random check on a row of seeds; a failure says how to replay it. */
final class SeededRuns {

  /** A check that derives everything from its random numbers. */
  @FunctionalInterface
  interface Check {
    void run(RandomGenerator random);
  }

  private SeededRuns() {}

  /** Runs the check with {@code count} seeds from the base on. */
  static void run(Class<?> test, int count, Check check) {
    long base = Long.getLong("lag.seed.base", 0);
    for (long seed = base; seed < base + count; seed++) {
      try {
        check.run(new Random(seed));
      } catch (AssertionError | RuntimeException e) {
        throw new AssertionError(
            "replay with: ./lag test --module core --only %s --seed %d"
                .formatted(test.getSimpleName(), seed),
            e);
      }
    }
  }
}
