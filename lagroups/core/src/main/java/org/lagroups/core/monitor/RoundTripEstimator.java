package org.lagroups.core.monitor;

import java.util.Optional;

/** Smooths measured round-trip times as RFC 6298, section 2, does. In nanoseconds. */
final class RoundTripEstimator {

  private long smoothedNanos;
  private long variationNanos;
  private long samples;

  void add(long roundTripNanos) {
    if (samples == 0) {
      smoothedNanos = roundTripNanos;
      variationNanos = roundTripNanos / 2;
    } else {
      long deviation = Math.abs(smoothedNanos - roundTripNanos);
      variationNanos += (deviation - variationNanos) / 4;
      smoothedNanos += (roundTripNanos - smoothedNanos) / 8;
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
