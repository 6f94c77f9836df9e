package org.lagroups.scenarios.bench.cast;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/**
 * How much of a file a receiver had when.
 *
 * @param bytes by time, in nanoseconds of a clock that all processes share
 */
record Timeline(TreeMap<Long, Long> bytes) {

  private static final double BITS_PER_MBIT = 1e6;
  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long STEP = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long FELT_NANOS = TimeUnit.SECONDS.toNanos(4);

  /** Reads samples: times and bytes, as {@code CastHost} gives them. */
  static Timeline parse(String text) {
    TreeMap<Long, Long> bytes = new TreeMap<>();
    Arrays.stream(text.split(" ", -1))
        .filter(sample -> !sample.isEmpty())
        .map(sample -> sample.split(":", -1))
        .forEach(parts -> bytes.put(Long.parseLong(parts[0]), Long.parseLong(parts[1])));
    return new Timeline(bytes);
  }

  /** When it was looked at last: when it had all, if it got that far. */
  long endNanos() {
    return bytes.lastKey();
  }

  /** How much it had; what it got between two samples came evenly. */
  double bytesAt(long nanos) {
    Map.Entry<Long, Long> before = bytes.floorEntry(nanos);
    Map.Entry<Long, Long> after = bytes.ceilingEntry(nanos);
    if (before == null) {
      return 0;
    }
    if (after == null || after.getKey().equals(before.getKey())) {
      return before.getValue();
    }
    double part = (double) (nanos - before.getKey()) / (after.getKey() - before.getKey());
    return before.getValue() + part * (after.getValue() - before.getValue());
  }

  /** The mean of what it got, in Mbit/s. */
  double mbit(long fromNanos, long toNanos) {
    double seconds = (double) (toNanos - fromNanos) / SECOND;
    return (bytesAt(toNanos) - bytesAt(fromNanos)) * Byte.SIZE / BITS_PER_MBIT / seconds;
  }

  /** How often nothing came for so long or longer between its first byte and its last. */
  int pauses(long leastNanos) {
    int pauses = 0;
    long had = 0;
    long since = Long.MAX_VALUE;
    for (Map.Entry<Long, Long> sample : bytes.entrySet()) {
      if (sample.getValue() > had) {
        pauses += had > 0 && sample.getKey() - since >= leastNanos ? 1 : 0;
        had = sample.getValue();
        since = sample.getKey();
      }
    }
    return pauses;
  }

  /** The mean of several, in Mbit/s. */
  static double mbit(List<Timeline> all, long fromNanos, long toNanos) {
    return all.stream().mapToDouble(one -> one.mbit(fromNanos, toNanos)).average().orElse(0);
  }

  /**
   * How long it took from a time on until all together got so much for a second on the average, in
   * seconds; as long as there was, if they never did.
   */
  static double secondsUntil(List<Timeline> all, double mbit, long fromNanos) {
    long at = fromNanos;
    while (at + SECOND <= end(all) && mbit(all, at, at + SECOND) < mbit) {
      at += STEP;
    }
    return (double) (at - fromNanos) / SECOND;
  }

  /**
   * The same from when something has happened that takes up to some seconds to be felt; 0 if it was
   * not felt.
   */
  static double secondsUntilBack(List<Timeline> all, double mbit, long fromNanos) {
    long at = fromNanos;
    long latest = Math.min(end(all) - SECOND, fromNanos + FELT_NANOS);
    while (at <= latest && mbit(all, at, at + SECOND) >= mbit) {
      at += STEP;
    }
    return at > latest ? 0 : (double) (at - fromNanos) / SECOND + secondsUntil(all, mbit, at);
  }

  private static long end(List<Timeline> all) {
    return all.stream().mapToLong(Timeline::endNanos).min().orElse(0);
  }
}
