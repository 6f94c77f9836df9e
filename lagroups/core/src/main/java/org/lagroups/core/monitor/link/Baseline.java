package org.lagroups.core.monitor.link;

import java.util.Arrays;

/** The last values of something, at most a given number, and their median and spread. */
final class Baseline {

  /** Makes the median absolute deviation of normally distributed values their deviation. */
  private static final double MAD_TO_DEVIATION = 1.4826;

  private final long[] values;
  private int count;
  private int next;

  Baseline(int capacity) {
    this.values = new long[capacity];
  }

  int count() {
    return count;
  }

  /** Takes a value; the oldest is forgotten if there is no room. */
  void add(long value) {
    values[next] = value;
    next = (next + 1) % values.length;
    count = Math.min(count + 1, values.length);
  }

  /**
   * The median; of an even number of values the lower of the middle ones. There is at least one.
   */
  long median() {
    return median(Arrays.copyOf(values, count));
  }

  /** The scaled median absolute deviation from the median. */
  double spread() {
    long median = median();
    long[] deviations =
        Arrays.stream(values, 0, count).map(value -> Math.abs(value - median)).toArray();
    return MAD_TO_DEVIATION * median(deviations);
  }

  private static long median(long[] copy) {
    Arrays.sort(copy);
    long lower = copy[(copy.length - 1) / 2];
    return lower + (copy[copy.length / 2] - lower) / 2;
  }
}
