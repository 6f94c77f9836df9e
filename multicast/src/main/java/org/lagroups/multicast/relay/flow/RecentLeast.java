package org.lagroups.multicast.relay.flow;

import java.util.OptionalLong;

/**
 * The least number of the last minute, or of the last two: what was longer ago may have changed.
 */
final class RecentLeast {

  private static final long PERIOD_NANOS = 60_000_000_000L;

  private boolean hasAny;
  private long least;
  private long next;
  private long periodEndNanos;

  /** Takes a number; answers the least. */
  long note(long nowNanos, long number) {
    if (!hasAny) {
      begin(nowNanos, number, number);
    } else if (nowNanos - periodEndNanos >= 0) {
      begin(nowNanos, Math.min(next, number), Long.MAX_VALUE);
    }
    hasAny = true;
    least = Math.min(least, number);
    next = Math.min(next, number);
    return least;
  }

  /** Empty if none came yet. */
  OptionalLong value() {
    return hasAny ? OptionalLong.of(least) : OptionalLong.empty();
  }

  /** Begins again. */
  void clear() {
    hasAny = false;
  }

  private void begin(long nowNanos, long first, long following) {
    least = first;
    next = following;
    periodEndNanos = nowNanos + PERIOD_NANOS;
  }
}
