package org.lagroups.multicast.relay.flow;

import java.util.OptionalDouble;

/**
 * What an uplink carries when it is asked for more than it can: the rate of what arrives while
 * something waits for it all the time. So does BBR find a path's bandwidth (Cardwell and others
 * 2016; draft-cheng-iccrg-delivery-rate-estimation).
 */
public final class UplinkMeter {

  /** How long something has to wait before the rate says anything. */
  private static final long LEAST_NANOS = 1_000_000_000;

  /** A pause that is shorter than this does not count. */
  private static final long PAUSE_NANOS = 150_000_000;

  private static final long FRESH_NANOS = 2_000_000_000;
  private static final double WEIGHT = 0.3;

  private final RateMeter arrived;
  private long fullSinceNanos;
  private long seenFullNanos;
  private long lastNanos;
  private boolean isFull;
  private double capacity;

  public UplinkMeter(long nowNanos) {
    this.arrived = new RateMeter(nowNanos);
  }

  /** Bytes have arrived at some peer. */
  public void arrived(long nowNanos, long bytes) {
    arrived.add(nowNanos, bytes);
  }

  /** Bytes per second that arrive. */
  public double bytesPerSecond(long nowNanos) {
    return arrived.bytesPerSecond(nowNanos);
  }

  /** Says, again and again, whether something waits that an emptier uplink would let go. */
  public void look(long nowNanos, boolean full) {
    if (!full) {
      isFull &= nowNanos - seenFullNanos < PAUSE_NANOS;
      return;
    }
    seenFullNanos = nowNanos;
    if (!isFull) {
      isFull = true;
      fullSinceNanos = nowNanos;
      lastNanos = nowNanos;
    }
    if (nowNanos - fullSinceNanos >= LEAST_NANOS && nowNanos - lastNanos >= LEAST_NANOS / 4) {
      lastNanos = nowNanos;
      double rate = arrived.bytesPerSecond(nowNanos);
      capacity = capacity == 0 ? rate : (1 - WEIGHT) * capacity + WEIGHT * rate;
    }
  }

  /** Whether something waited when it was looked at last. */
  boolean isFull() {
    return isFull;
  }

  /** Bytes per second that it can carry; empty unless it was full in the last two seconds. */
  public OptionalDouble capacity(long nowNanos) {
    return capacity > 0 && nowNanos - lastNanos < FRESH_NANOS
        ? OptionalDouble.of(capacity)
        : OptionalDouble.empty();
  }
}
