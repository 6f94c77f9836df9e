package org.lagroups.wormguard.enforce;

/**
 * Says when packets go on without being judged, as more come than can be: where the policy is to
 * fail open, for a while after packets were lost for want of room.
 */
public final class Overload {

  private final FailPolicy policy;
  private final long whileNanos;
  private long until = Long.MIN_VALUE;
  private long times;

  /**
   * None yet.
   *
   * @param whileNanos how long packets go on unjudged after the last loss: at least 1
   */
  public Overload(FailPolicy policy, long whileNanos) {
    if (whileNanos < 1) {
      throw new IllegalArgumentException("a while of " + whileNanos + " ns");
    }
    this.policy = policy;
    this.whileNanos = whileNanos;
  }

  /**
   * Packets were lost since the last call, or none.
   *
   * @param nanos what time it is
   */
  public void lost(long packets, long nanos) {
    if (packets > 0) {
      times += isNow(nanos) ? 0 : 1;
      until = nanos + whileNanos;
    }
  }

  /** Whether packets go on without being judged. */
  public boolean isBypassing(long nanos) {
    return policy == FailPolicy.OPEN && isNow(nanos);
  }

  /** How often it came to this. */
  public long times() {
    return times;
  }

  private boolean isNow(long nanos) {
    return nanos < until;
  }
}
