package org.lagroups.multicast.relay.flow;

import java.util.OptionalLong;

/**
 * The way to one peer, and how long chunks wait on it. The peer says when they came by its own
 * clock, so that the way back, on which acknowledgements wait for what that peer sends, does not
 * count; clocks need not agree, as only differences do (LEDBAT, RFC 6817, section 2).
 */
final class WayThere {

  private final RecentLeast trip = new RecentLeast();
  private final RecentLeast there = new RecentLeast();
  private long waitNanos;

  /**
   * A chunk has come.
   *
   * @param sentNanos when it was sent
   * @param atNanos when it came, by the peer's clock
   * @return from sending to acknowledgement, as if only the way there was ever crowded
   */
  long arrived(long nowNanos, long sentNanos, long atNanos) {
    long took = nowNanos - sentNanos;
    long leastTook = trip.note(nowNanos, took);
    long wait = atNanos - sentNanos - there.note(nowNanos, atNanos - sentNanos);
    waitNanos = Math.clamp(wait, 0, took - leastTook);
    return leastTook + waitNanos;
  }

  /** How long the chunk waited that came last. */
  long waitNanos() {
    return waitNanos;
  }

  /** From sending to acknowledgement when nothing waits; empty if nothing was acknowledged yet. */
  OptionalLong tripNanos() {
    return trip.value();
  }
}
