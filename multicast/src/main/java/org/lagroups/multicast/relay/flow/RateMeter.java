package org.lagroups.multicast.relay.flow;

/** Bytes per second over the last second. */
public final class RateMeter {

  private static final int SLOTS = 10;
  private static final long SLOT_NANOS = 100_000_000;

  private final long[] slots = new long[SLOTS];
  private final long originNanos;
  private long current;
  private long total;

  public RateMeter(long nowNanos) {
    this.originNanos = nowNanos;
  }

  public void add(long nowNanos, long bytes) {
    advance(nowNanos);
    slots[(int) (current % SLOTS)] += bytes;
    total += bytes;
  }

  /** All bytes so far. */
  public long totalBytes() {
    return total;
  }

  /** The mean over the nine tenths of a second that are over. */
  public double bytesPerSecond(long nowNanos) {
    advance(nowNanos);
    long sum = 0;
    for (int i = 0; i < SLOTS; i++) {
      sum += i == current % SLOTS ? 0 : slots[i];
    }
    return sum * 1e9 / (SLOT_NANOS * (SLOTS - 1));
  }

  private void advance(long nowNanos) {
    long slot = Math.max(current, (nowNanos - originNanos) / SLOT_NANOS);
    for (long i = Math.max(current + 1, slot - SLOTS + 1); i <= slot; i++) {
      slots[(int) (i % SLOTS)] = 0;
    }
    current = slot;
  }
}
