package org.lagroups.core.monitor;

import java.util.random.RandomGenerator;

/**
 * The lengths of time that follow from the interval of beats and from the round-trip time. All in
 * nanoseconds.
 *
 * @param intervalNanos between two beats
 */
record PulseTiming(long intervalNanos) {

  /** So many unanswered probes, and the peer is down. */
  static final int PROBES = 6;

  /** So many intervals a peer may take to be linked for the first time. */
  static final int INTERVALS_TO_LINK = 4;

  /** Until the first measurement; loopback and most of the world are faster. */
  private static final long INITIAL_TIMEOUT_NANOS = 250_000_000;

  /** An interval varies by 5% at random, and by 5% more to fall between the peer's beats. */
  private static final double HALF_JITTER = 0.05;

  /** When the next beat is sent after one was sent now. */
  long gap(RandomGenerator random) {
    return (long) (intervalNanos * (1 + HALF_JITTER * (2 * random.nextDouble() - 1)));
  }

  /** By how much a beat that is due is moved towards the middle between two beats of the peer. */
  long shift(long distanceNanos) {
    long most = (long) (intervalNanos * HALF_JITTER);
    return Math.clamp(distanceNanos, -most, most);
  }

  /** Who has not been linked at all after so long is down. */
  long longestDial() {
    return INTERVALS_TO_LINK * intervalNanos;
  }

  /** From one probe to the next: a sixth of the interval, or longer if answers take longer. */
  long probeSpacing(RoundTripEstimator roundTrip) {
    long timeout = roundTrip.timeoutNanos(INITIAL_TIMEOUT_NANOS);
    return Math.clamp(timeout, intervalNanos / PROBES, intervalNanos);
  }

  /**
   * After so long without a fresh echo, probes begin: two jitters more than an interval, and more.
   */
  long silence(RoundTripEstimator roundTrip) {
    long margin = Math.min(roundTrip.timeoutNanos(INITIAL_TIMEOUT_NANOS), intervalNanos);
    return intervalNanos + intervalNanos / 5 + margin;
  }

  /** However links come and go, who is suspected for so long without a fresh echo is down. */
  long longestSuspicion(RoundTripEstimator roundTrip) {
    return intervalNanos + PROBES * probeSpacing(roundTrip);
  }
}
