package org.lagroups.core.group.spread;

/** Allows so much a second in the long run, and a burst now and then. */
final class TokenBucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private final double burst;
  private final double perSecond;
  private double left;
  private long lastNanos;

  TokenBucket(double burst, double perSecond, long nowNanos) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.left = burst;
    this.lastNanos = nowNanos;
  }

  /** Takes {@code amount} if there is so much, otherwise nothing. */
  boolean take(double amount, long nowNanos) {
    left = Math.min(burst, left + (nowNanos - lastNanos) / NANOS_PER_SECOND * perSecond);
    lastNanos = nowNanos;
    if (amount > left) {
      return false;
    }
    left -= amount;
    return true;
  }
}
