package org.lagroups.multicast.relay.parent;

/**
 * Whether a member takes chunks as fast as most. Who does not is served apart for a while, and the
 * longer the more often that has happened.
 */
final class Pace {

  /** For so long a member may be behind before it is served apart. */
  static final long MAX_BEHIND_NANOS = 2_000_000_000L;

  private static final long FIRST_APART_NANOS = 10_000_000_000L;
  private static final int MAX_DOUBLINGS = 6;

  private boolean isBehind;
  private boolean isApart;
  private long behindNanos;
  private long apartNanos;
  private int times;

  boolean isApart() {
    return isApart;
  }

  /** Whether it is behind now; returns whether that makes it one to be served apart. */
  boolean look(long nowNanos, boolean behind) {
    if (!behind || isApart) {
      isBehind = false;
      return false;
    }
    if (!isBehind) {
      isBehind = true;
      behindNanos = nowNanos;
    }
    if (nowNanos - behindNanos < MAX_BEHIND_NANOS) {
      return false;
    }
    isBehind = false;
    isApart = true;
    apartNanos = nowNanos;
    times++;
    return true;
  }

  /** It is apart and has all that there is; returns whether it is taken back. */
  boolean caughtUp(long nowNanos) {
    long wait = FIRST_APART_NANOS << Math.min(MAX_DOUBLINGS, times - 1);
    if (!isApart || nowNanos - apartNanos < wait) {
      return false;
    }
    isApart = false;
    return true;
  }
}
