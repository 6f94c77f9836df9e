package org.lagroups.wormguard.learn.detect;

import org.lagroups.wormguard.learn.sketch.MultistageFilter;

/**
 * When content is taken for a worm's.
 *
 * @param windowBytes how long a window of content is: 8 to 1,024
 * @param sampledOneIn one window in so many is looked at: a power of two, 1 to 65,536
 * @param prevalence how often a window has to be seen within an interval: 2 to 255
 * @param sources how many addresses have to send it from then on: 2 to 1,000,000
 * @param destinations how many it has to be sent to: 2 to 1,000,000
 * @param byPort whether only packets to one port count together, as in EarlyBird; without, worms
 *     are found that send to any port, and so is what servers send to all their clients
 * @param intervalNanos how long counting for prevalence goes on until it starts afresh: at least a
 *     second
 * @param idleNanos how long a window that was prevalent is remembered after it was seen last: at
 *     least {@code intervalNanos}
 */
public record SiftSettings(
    int windowBytes,
    int sampledOneIn,
    int prevalence,
    int sources,
    int destinations,
    boolean byPort,
    long intervalNanos,
    long idleNanos) {

  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_ADDRESSES = 1_000_000;

  /**
   * EarlyBird's: windows of 40 bytes of which one in 64 is looked at, 3 times within 60 s, 30
   * sources, 30 destinations. What was prevalent is remembered for 3 hours, of the several that
   * EarlyBird has.
   */
  public static final SiftSettings DEFAULT =
      new SiftSettings(40, 64, 3, 30, 30, true, 60 * SECOND, 3 * 3_600 * SECOND);

  public SiftSettings {
    require(windowBytes >= 8 && windowBytes <= 1_024, "a window has 8 to 1024 bytes");
    require(
        Integer.bitCount(sampledOneIn) == 1 && sampledOneIn >= 1 && sampledOneIn <= 1 << 16,
        "one window in a power of two up to 65536 can be looked at");
    require(
        prevalence >= 2 && prevalence <= MultistageFilter.MAX_COUNT,
        "prevalence is 2 to " + MultistageFilter.MAX_COUNT);
    require(sources >= 2 && sources <= MOST_ADDRESSES, "sources are 2 to " + MOST_ADDRESSES);
    require(
        destinations >= 2 && destinations <= MOST_ADDRESSES,
        "destinations are 2 to " + MOST_ADDRESSES);
    require(intervalNanos >= SECOND, "an interval has at least a second");
    require(idleNanos >= intervalNanos, "what is prevalent is kept for an interval at least");
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new IllegalArgumentException(what);
    }
  }
}
