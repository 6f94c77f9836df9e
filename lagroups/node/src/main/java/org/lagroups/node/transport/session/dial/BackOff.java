package org.lagroups.node.transport.session.dial;

import java.util.random.RandomGenerator;

/**
 * Pauses between rounds of dialling: they double with each failure, and each is drawn from the
 * upper half of its range, so that nodes cut off together do not come back together.
 */
public final class BackOff {

  private final long minMillis;
  private final long maxMillis;
  private final RandomGenerator random;
  private int failures;

  /**
   * Short pauses at first.
   *
   * @param minMillis the longest first pause
   * @param maxMillis the longest pause
   */
  public BackOff(long minMillis, long maxMillis, RandomGenerator random) {
    this.minMillis = minMillis;
    this.maxMillis = maxMillis;
    this.random = random;
  }

  public void reset() {
    failures = 0;
  }

  /** The next pause, longer than the one before. */
  public long nextMillis() {
    long ceiling = minMillis;
    for (int i = 0; i < failures && ceiling < maxMillis; i++) {
      ceiling *= 2;
    }
    ceiling = Math.min(ceiling, maxMillis);
    failures++;
    return random.nextLong(ceiling - ceiling / 2, ceiling + 1);
  }
}
