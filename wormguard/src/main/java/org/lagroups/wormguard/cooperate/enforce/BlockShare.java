package org.lagroups.wormguard.cooperate.enforce;

/**
 * The greatest share of the traffic that one signature may block.
 *
 * @param most above 0, up to 1; with 1 there is no limit
 * @param leastPackets with fewer packets in the window nobody can speak of a share, 1 or more
 * @param windowMillis over how long it is counted, 1 s or more
 */
public record BlockShare(double most, long leastPackets, long windowMillis) {

  /** A fifth of at least 1,000 packets of a minute. */
  public static final BlockShare DEFAULT = new BlockShare(0.2, 1_000, 60_000);

  private static final long MIN_WINDOW_MILLIS = 1_000;

  public BlockShare {
    if (!(most > 0 && most <= 1) || leastPackets < 1 || windowMillis < MIN_WINDOW_MILLIS) {
      throw new IllegalArgumentException(
          "a share is above 0 and up to 1, of at least one packet in at least a second");
    }
  }
}
