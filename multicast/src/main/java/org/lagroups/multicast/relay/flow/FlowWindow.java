package org.lagroups.multicast.relay.flow;

import java.util.OptionalLong;

/**
 * How many bytes may be on the way at a time, such that the way is full and little waits on it.
 *
 * <p>What comes back tells how long it took. The window grows while that is less than what the way
 * takes when it is empty, plus some waiting, and shrinks when it is more: the idea of FAST TCP
 * (Wei, Jin, Low, Hegde 2006). The least time of the last two minutes at most counts as that of an
 * empty way.
 */
public final class FlowWindow {

  /** The most bytes on the way, whatever the rate. */
  public static final long MAX_BYTES = 32L << 20;

  private static final long MAX_BASE_NANOS = 5_000_000_000L;

  /** How much of itself a window may lose while what fills it once comes back. */
  private static final double MAX_LOSS = 0.5;

  /** The part of its target that is as good as all of it. */
  private static final double FILLING = 0.75;

  private final double leastBytes;
  private long waitNanos;
  private final double waitShare;
  private double bytes;
  private final RecentLeast base = new RecentLeast();
  private double pressure;

  /**
   * A window that starts at its least.
   *
   * @param leastBytes it never gets smaller
   * @param waitNanos how much waiting it aims at
   * @param waitShare how much it aims at as a share of the time an empty way takes; the greater of
   *     the two counts
   */
  public FlowWindow(long leastBytes, long waitNanos, double waitShare) {
    this(leastBytes, leastBytes, waitNanos, waitShare);
  }

  /**
   * A window that starts at more than its least.
   *
   * @param firstBytes what it starts at
   */
  FlowWindow(long leastBytes, long firstBytes, long waitNanos, double waitShare) {
    this.leastBytes = leastBytes;
    this.waitNanos = waitNanos;
    this.waitShare = waitShare;
    this.bytes = firstBytes;
  }

  /** How many bytes may be on the way. */
  public long bytes() {
    return (long) bytes;
  }

  /** The least time that things took lately, as over an empty way; empty if none came yet. */
  public OptionalLong leastNanos() {
    return base.value();
  }

  /** How long things should take. */
  public long targetNanos() {
    long baseNanos = Math.min(MAX_BASE_NANOS, base.value().orElse(MAX_BASE_NANOS));
    return baseNanos + Math.max(waitNanos, (long) (waitShare * baseNanos));
  }

  /** From now on it aims at so much waiting. */
  void aimAt(long nanos) {
    waitNanos = nanos;
  }

  /**
   * Whether things wait on the way for about as long as they should or longer: more in the window
   * would not arrive any faster.
   */
  public boolean isFilling() {
    return pressure > FILLING;
  }

  /**
   * Bytes have arrived.
   *
   * @param tookNanos from when they were sent until it was known here
   * @param wasFull whether the window held something back meanwhile; otherwise there is no reason
   *     for it to grow
   */
  public void arrived(long nowNanos, long arrivedBytes, long tookNanos, boolean wasFull) {
    long took = Math.max(1, tookNanos);
    boolean isFirst = base.value().isEmpty();
    base.note(nowNanos, took);
    double ratio = (double) targetNanos() / took;
    pressure = isFirst ? 1 / ratio : 0.75 * pressure + 0.25 / ratio;
    double change = Math.clamp(ratio - 1, -MAX_LOSS, 1.0) * arrivedBytes;
    if (change < 0 || wasFull) {
      bytes = Math.clamp(bytes + change, leastBytes, Math.max(leastBytes, (double) MAX_BYTES));
    }
  }

  /** Begins again: the way is a new one. */
  public void restart() {
    bytes = leastBytes;
    base.clear();
    pressure = 0;
  }
}
