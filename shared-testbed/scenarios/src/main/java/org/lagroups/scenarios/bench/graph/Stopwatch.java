package org.lagroups.scenarios.bench.graph;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;

/**
 * Measures running times in one thread. Each competitor first runs for the same time unmeasured, so
 * that what is compared is compiled code; then they take turns, so that a busy machine meets all
 * alike; the median of the rounds counts.
 *
 * @param warmUpMillis how long each runs before
 * @param rounds how often each is measured
 * @param roundMillis a round repeats the work until it has taken at least so long
 */
public record Stopwatch(long warmUpMillis, int rounds, long roundMillis) {

  /** For work of up to some milliseconds. */
  public static final Stopwatch SHORT = new Stopwatch(1_500, 9, 100);

  /** For work of seconds. */
  public static final Stopwatch LONG = new Stopwatch(3_000, 3, 0);

  /** Something whose running time is measured. */
  @FunctionalInterface
  public interface Work {

    /** Does it. The result is part of a checksum, so that no work can be left out. */
    long run();
  }

  /** The median time of each work in nanoseconds. */
  public double[] nanos(Work... works) {
    long checksum = 0;
    for (Work work : works) {
      checksum += warmUp(work);
    }
    double[][] times = new double[works.length][rounds];
    for (int round = 0; round < rounds; round++) {
      for (int w = 0; w < works.length; w++) {
        long started = System.nanoTime();
        long repeats = 0;
        do {
          checksum += works[w].run();
          repeats++;
        } while (System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(roundMillis));
        times[w][round] = (System.nanoTime() - started) / (double) repeats;
      }
    }
    if (checksum == Long.MIN_VALUE) {
      throw new IllegalStateException("a checksum that nothing adds up to");
    }
    return Arrays.stream(times).mapToDouble(Stopwatch::median).toArray();
  }

  private long warmUp(Work work) {
    long started = System.nanoTime();
    long checksum = 0;
    do {
      checksum += work.run();
    } while (System.nanoTime() - started < TimeUnit.MILLISECONDS.toNanos(warmUpMillis));
    return checksum;
  }

  private static double median(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2];
  }
}
