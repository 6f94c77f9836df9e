package org.lagroups.core.group.protocol;

import java.util.concurrent.TimeUnit;
import org.lagroups.machine.Environment;

/**
 * Knows when to look for attestations that have ended: when the next one does, and now and then in
 * any case, because the wall clock may have been set.
 */
final class Lookout {

  private final Environment<?> environment;
  private final long longestMillis;
  private long dueNanos;

  /** Looks after {@code longestMillis} at the latest. */
  Lookout(Environment<?> environment, long longestMillis) {
    this.environment = environment;
    this.longestMillis = longestMillis;
    next(Long.MAX_VALUE);
  }

  long dueNanos() {
    return dueNanos;
  }

  /** Everything that has ended by now has been seen; the next end is at {@code expiryMillis}. */
  void next(long expiryMillis) {
    dueNanos = environment.elapsedNanos() + TimeUnit.MILLISECONDS.toNanos(longestMillis);
    noticeExpiry(expiryMillis);
  }

  /** Something ends at {@code expiryMillis}. */
  void noticeExpiry(long expiryMillis) {
    long millis = expiryMillis - environment.wallMillis();
    if (millis < longestMillis) {
      long due = environment.elapsedNanos() + TimeUnit.MILLISECONDS.toNanos(Math.max(0, millis));
      dueNanos = Math.min(dueNanos, due);
    }
  }
}
