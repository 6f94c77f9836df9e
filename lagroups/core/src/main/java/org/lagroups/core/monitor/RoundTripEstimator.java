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

  private long smoothedNanos;
  private long variationNanos;
  private long samples;

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
    samples++;
  }

  /**
   * How long to wait for an answer before asking again, or {@code initialNanos} without samples.
   */
  long timeoutNanos(long initialNanos) {
    return samples == 0 ? initialNanos : smoothedNanos + 4 * variationNanos;
  }

  Optional<RoundTrip> current() {
    return samples == 0
        ? Optional.empty()
        : Optional.of(new RoundTrip(smoothedNanos / 1_000, variationNanos / 1_000, samples));
  }
}
