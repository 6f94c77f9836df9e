package org.lagroups.wormguard.runtime.guard;

import java.util.concurrent.TimeUnit;
import org.lagroups.wormguard.enforce.Lease;

/**
 * Ends when either clock says so: the one on the wall, which the node means, and the steady one,
 * which nobody sets back.
 */
record SharedLease(long untilMillis, long untilNanos) implements Lease {

  /** No partner's word is kept for longer without its being heard again. */
  private static final long MOST_MILLIS = TimeUnit.DAYS.toMillis(1);

  /** Until a moment of wall-clock time, from now on. */
  static SharedLease until(long wallMillis) {
    long left = Math.clamp(wallMillis - System.currentTimeMillis(), 0, MOST_MILLIS);
    return new SharedLease(wallMillis, System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(left));
  }

  @Override
  public long leftMillis() {
    return Math.min(
        untilMillis - System.currentTimeMillis(),
        TimeUnit.NANOSECONDS.toMillis(untilNanos - System.nanoTime()));
  }
}
