package org.lagroups.core.monitor;

import java.util.Optional;

/**
 * Smooths measured round-trip times as RFC 6298, section 2, does. In nanoseconds.
 *
 * <p>A peer that stood still answers late once, which says nothing about the path. So a measurement
 * counts for no more than would be unusual by far; if the path has changed, the next few grow.
 */
final class RoundTripEstimator {

  /** No more than so many variations above the smoothed time. */
  private static final int UNUSUAL_VARIATIONS = 16;

  /** Up to this much above the smoothed time, nothing is unusual. */
  private static final long USUAL_NANOS = 20_000_000;

  /** What a busy machine adds to the path's time is waited for up to this, in either way. */
  private static final int LONGEST_IN_LEASTS = 8;

  private static final long LONGEST_ON_SHORT_PATHS_NANOS = 100_000_000;

  private long smoothedNanos;
  private long variationNanos;
  private long leastNanos = Long.MAX_VALUE;
  private long samples;
  private long latestNanos;

  void add(long roundTripNanos) {
    if (samples == 0) {
      smoothedNanos = roundTripNanos;
      variationNanos = roundTripNanos / 2;
    } else {
      long unusual = Math.max(USUAL_NANOS, UNUSUAL_VARIATIONS * variationNanos);
      long counted = Math.min(roundTripNanos, smoothedNanos + unusual);
      long deviation = Math.abs(smoothedNanos - counted);
      variationNanos += (deviation - variationNanos) / 4;
      smoothedNanos += (counted - smoothedNanos) / 8;
    }
    leastNanos = Math.min(leastNanos, roundTripNanos);
    samples++;
    latestNanos = roundTripNanos;
  }

  /**
   * How long to wait for an answer before asking again, or {@code initialNanos} without samples. No
   * more than several times what the path is known to take, or 100 ms: nodes that were busy when
   * they met would wait for seconds long after.
   */
  long timeoutNanos(long initialNanos) {
    if (samples == 0) {
      return initialNanos;
    }
    long longest = Math.max(LONGEST_ON_SHORT_PATHS_NANOS, LONGEST_IN_LEASTS * leastNanos);
    return Math.min(smoothedNanos + 4 * variationNanos, longest);
  }

  /** How many measurements there have been. */
  long samples() {
    return samples;
  }

  Optional<RoundTrip> current() {
    return samples == 0
        ? Optional.empty()
        : Optional.of(
            new RoundTrip(
                smoothedNanos / 1_000, variationNanos / 1_000, samples, latestNanos / 1_000));
  }
}
