package org.lagroups.multicast.runtime.output.sink;

/**
 * Says when the next datagram is due, so that what arrives in large payloads leaves evenly: at the
 * rate at which the stream arrives, measured over about a second, and not later than {@link
 * #LATEST_NANOS} after it arrived. May be used from two threads: one that tells of arrivals, one
 * that sends.
 */
final class ArrivalPace {

  /** What has arrived leaves within this time. */
  static final long LATEST_NANOS = 200_000_000;

  /** How far sending may fall behind and catch up, for clocks that wake threads too late. */
  static final long CATCH_UP_NANOS = 1_000_000;

  private static final double MEMORY_NANOS = 1_000_000_000.0;

  /** A little faster than things arrive, so that nothing piles up. */
  private static final double EASE = 1.05;

  private double bytesPerNano;

  /** What it takes that all that has waited since nothing did leaves in time. */
  private double leastBytesPerNano;

  private long lastArrival;
  private boolean hasArrival;
  private long due;
  private boolean hasDue;

  /** Bytes have arrived. */
  synchronized void arrived(int bytes, long nowNanos) {
    if (hasArrival) {
      bytesPerNano *= Math.exp(-(nowNanos - lastArrival) / MEMORY_NANOS);
    }
    hasArrival = true;
    lastArrival = nowNanos;
    bytesPerNano += bytes / MEMORY_NANOS;
  }

  /**
   * When a datagram is to leave: now, or later.
   *
   * @param bytes its length
   * @param waitingBytes how much waits, the datagram included
   */
  synchronized long next(int bytes, long waitingBytes, long nowNanos) {
    long at = hasDue ? Math.max(due, nowNanos - CATCH_UP_NANOS) : nowNanos;
    leastBytesPerNano = Math.max(leastBytesPerNano, (double) waitingBytes / LATEST_NANOS);
    due = at + (long) (bytes / Math.max(bytesPerNano * EASE, leastBytesPerNano));
    hasDue = true;
    if (waitingBytes <= bytes) {
      leastBytesPerNano = 0;
    }
    return Math.max(at, nowNanos);
  }
}
