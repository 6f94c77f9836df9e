package org.lagroups.scenarios.bench.guard.inline;

import java.util.Locale;

/**
 * One turn of a gateway, or of the bridge.
 *
 * @param one a single stream
 * @param four four at a time
 * @param trips datagrams, while nothing else is sent
 */
record Turn(StreamFigures one, StreamFigures four, TripFigures trips) {

  private static final double NANOS_PER_MICRO = 1e3;

  double medianMicros() {
    return trips.median() / NANOS_PER_MICRO;
  }

  double slowestMicros() {
    return trips.slowest() / NANOS_PER_MICRO;
  }

  /** The figures, for people. */
  String text() {
    return String.format(
        Locale.ROOT,
        "%.2f and %.2f Gbit/s, round trips %.0f and %.0f us",
        one.gigabitsPerSecond(),
        four.gigabitsPerSecond(),
        medianMicros(),
        slowestMicros());
  }
}
