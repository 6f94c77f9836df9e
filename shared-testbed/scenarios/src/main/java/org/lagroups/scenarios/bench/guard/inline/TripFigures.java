package org.lagroups.scenarios.bench.guard.inline;

import java.util.Arrays;
import org.lagroups.machine.Printable;

/**
 * Round trips of small datagrams.
 *
 * @param median in nanoseconds, of those that came back
 * @param slowest the time that 1 in 100 exceeds
 * @param lost how many did not come back in time
 */
record TripFigures(long median, long slowest, long lost) {

  private static final int PARTS = 3;

  /**
   * Of single trips.
   *
   * @param nanos those that came back, at least one
   */
  static TripFigures of(long[] nanos, long lost) {
    if (nanos.length == 0) {
      throw new IllegalStateException("no datagram came back");
    }
    long[] sorted = nanos.clone();
    Arrays.sort(sorted);
    return new TripFigures(sorted[sorted.length / 2], sorted[sorted.length * 99 / 100], lost);
  }

  /** As {@link #text} writes them. */
  static TripFigures parse(String text) {
    String[] parts = text.split(" ", -1);
    try {
      if (parts.length == PARTS) {
        return new TripFigures(
            Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
      }
    } catch (NumberFormatException _) {
      // As below.
    }
    throw new IllegalStateException("no figures of round trips: " + Printable.of(text));
  }

  /** For {@link #parse}. */
  String text() {
    return "%d %d %d".formatted(median, slowest, lost);
  }
}
