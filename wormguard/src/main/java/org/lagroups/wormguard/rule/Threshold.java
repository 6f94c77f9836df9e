package org.lagroups.wormguard.rule;

/**
 * How often a rule alerts ({@code threshold}, {@code detection_filter}).
 *
 * @param kind which of the matches alert
 * @param track what has a counter of its own
 * @param count at least 1
 * @param seconds how long a counter runs, by the clock of the packets; at least 1
 */
public record Threshold(Kind kind, Track track, long count, long seconds) {

  /** Which of the matches within the time alert. */
  public enum Kind {
    /** The first {@code count} of them. */
    LIMIT,
    /** Each {@code count}-th of them; the counter begins anew then. */
    THRESHOLD,
    /** Only the {@code count}-th. */
    BOTH,
    /** All after the first {@code count} of them ({@code detection_filter}). */
    FILTER
  }

  /** What has a counter of its own. */
  public enum Track {
    /** Each source address. */
    SOURCE,
    /** Each destination address. */
    DESTINATION,
    /** Each pair of a source and a destination address. */
    PAIR,
    /** The rule: one counter for all. */
    RULE,
    /** Each flow. */
    FLOW
  }
}
