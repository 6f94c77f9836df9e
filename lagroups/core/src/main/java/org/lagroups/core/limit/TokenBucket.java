package org.lagroups.core.limit;

/** Lets a steady rate through, and a burst after a pause. Begins full. */
public final class TokenBucket {

  private static final double NANOS_PER_SECOND = 1e9;

  private final Rate rate;
  private double tokens;
  private long filledAtNanos;

  /** Full at {@code nowNanos}. */
  public TokenBucket(Rate rate, long nowNanos) {
    this.rate = rate;
    this.tokens = rate.burst();
    this.filledAtNanos = nowNanos;
  }

  /**
   * Takes tokens if there are enough, and else none.
   *
   * @param wanted 0 or more; more than the burst is never there
   * @param nowNanos monotonic; an earlier time than before counts as the same
   * @return whether they were there
   */
  public boolean take(double wanted, long nowNanos) {
    long passed = Math.max(0, nowNanos - filledAtNanos);
    filledAtNanos += passed;
    tokens = Math.min(rate.burst(), tokens + passed * rate.perSecond() / NANOS_PER_SECOND);
    if (tokens < wanted) {
      return false;
    }
    tokens -= wanted;
    return true;
  }
}
