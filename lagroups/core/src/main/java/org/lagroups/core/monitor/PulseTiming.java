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

  /** Until the round trip has been measured so often, beats are a sixth of an interval apart. */
  static final int EARLY_SAMPLES = 6;

  /** So many intervals a peer may take to be linked for the first time. */
  static final int INTERVALS_TO_LINK = 4;

  /** Until the first measurement; loopback and most of the world are faster. */
  private static final long INITIAL_TIMEOUT_NANOS = 250_000_000;

  /** An interval varies by 5% at random. */
  private static final double HALF_JITTER = 0.05;

  /**
   * Probes of a peer in doubt are at least so far apart: longer than a busy node takes to answer.
   */
  private static final long LEAST_URGENT_SPACING_NANOS = 50_000_000;

  /** And at most so far, however long an answer may take: only the last is waited for. */
  private static final long MOST_URGENT_SPACING_NANOS = 100_000_000;

  /**
   * When the next beat is sent after one was sent now. Sooner after the first ones: a node that has
   * just started takes long to answer, and nothing else would tell that from a long path.
   */
  long gap(RandomGenerator random, RoundTripEstimator roundTrip) {
    double gap = intervalNanos * (1 + HALF_JITTER * (2 * random.nextDouble() - 1));
    return (long) (roundTrip.samples() < EARLY_SAMPLES ? gap / PROBES : gap);
  }

  /**
   * When the next beat is sent after an answer was sent now, unless the peer asks again: later than
   * the peer's latest beat, and before silence becomes suspicious.
   */
  long turn() {
    return intervalNanos + intervalNanos * 3 / 20;
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

  /** From one probe to the next of a peer in doubt. */
  long urgentSpacing(RoundTripEstimator roundTrip) {
    return Math.min(MOST_URGENT_SPACING_NANOS, urgentWait(roundTrip));
  }

  /** For the answer to the last probe of a peer in doubt: as long as one may take. */
  long urgentWait(RoundTripEstimator roundTrip) {
    long timeout = roundTrip.timeoutNanos(INITIAL_TIMEOUT_NANOS);
    return Math.min(Math.max(timeout, LEAST_URGENT_SPACING_NANOS), probeSpacing(roundTrip));
  }

  /** After so long without a fresh echo, probes begin: when either side should have asked. */
  long silence(RoundTripEstimator roundTrip) {
    long margin = Math.min(roundTrip.timeoutNanos(INITIAL_TIMEOUT_NANOS), intervalNanos);
    return intervalNanos + intervalNanos / 5 + margin;
  }

  /** However links come and go, who is suspected for so long without a fresh echo is down. */
  long longestSuspicion(RoundTripEstimator roundTrip) {
    return intervalNanos + PROBES * probeSpacing(roundTrip);
  }
}
