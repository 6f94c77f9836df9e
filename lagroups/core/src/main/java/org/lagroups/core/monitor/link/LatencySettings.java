package org.lagroups.core.monitor.link;

import java.time.Duration;

/**
 * What {@link LatencyAnomaly} calls unusual.
 *
 * @param window how many round trips make up what is usual, {@code learning} to {@link #MAX_WINDOW}
 * @param learning how many have to be known before anything can be unusual, 1 or more
 * @param deviations how many spreads above the median is unusual, above 0
 * @param leastSpreadShare the spread is at least this share of the median, 0 or more
 * @param leastSpread and at least this; above 0
 * @param learnOneIn of the unusual ones, one in so many is learned, 1 or more
 * @param ceiling above this nothing is usual, and nothing learned; above 0, at most {@link
 *     #MAX_CEILING}
 */
public record LatencySettings(
    int window,
    int learning,
    double deviations,
    double leastSpreadShare,
    Duration leastSpread,
    int learnOneIn,
    Duration ceiling) {

  /** The most round trips remembered of a node. */
  public static final int MAX_WINDOW = 256;

  /** The highest ceiling. */
  public static final Duration MAX_CEILING = Duration.ofHours(1);

  /** 3.5 spreads of at least 10% and 1 ms above the median of the last 64, and never over 10 s. */
  public static final LatencySettings DEFAULT =
      new LatencySettings(64, 8, 3.5, 0.1, Duration.ofMillis(1), 8, Duration.ofSeconds(10));

  public LatencySettings {
    if (learning < 1 || window < learning || window > MAX_WINDOW || learnOneIn < 1) {
      throw new IllegalArgumentException(
          "1 to 256 round trips, no fewer than are to be learned from, and one in 1 or more, not "
              + "%d, %d and %d".formatted(window, learning, learnOneIn));
    }
    if (!(deviations > 0) || !(leastSpreadShare >= 0) || !leastSpread.isPositive()) {
      throw new IllegalArgumentException(
          "deviations and the least spread are above 0, its share 0 or more");
    }
    if (!ceiling.isPositive() || ceiling.compareTo(MAX_CEILING) > 0) {
      throw new IllegalArgumentException("a ceiling is above 0 and up to 1 h, not " + ceiling);
    }
  }
}
