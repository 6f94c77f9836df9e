package org.lagroups.simnet;

import java.util.OptionalLong;
import java.util.random.RandomGenerator;

/** How often a timer fires once more than it was set for. */
final class TimerFaults {

  private static final long MAX_DELAY_NANOS = 1_000_000_000;

  private final RandomGenerator random;
  private double chance;

  TimerFaults(RandomGenerator random) {
    this.random = random;
  }

  void chance(double ofEachExpiry) {
    if (!(ofEachExpiry >= 0 && ofEachExpiry <= 1)) {
      throw new IllegalArgumentException("a chance is 0 to 1, not " + ofEachExpiry);
    }
    chance = ofEachExpiry;
  }

  /** When a timer that has just fired shall fire again without having been asked to, if at all. */
  OptionalLong repeatAfterNanos() {
    return chance > 0 && random.nextDouble() < chance
        ? OptionalLong.of(random.nextLong(MAX_DELAY_NANOS))
        : OptionalLong.empty();
  }
}
