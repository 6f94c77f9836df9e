package org.lagroups.wormguard.flow.stream;

/**
 * Bounds of reassembly.
 *
 * @param maxBytes the memory for what waits, of all streams: at least {@link #LEAST_BYTES}
 * @param maxAheadBytes how far beyond the next byte a segment may end: at least 64 KiB, at most
 *     {@link #MOST_AHEAD_BYTES}
 * @param depthBytes how much of each direction of a flow is looked at, and then on to the end of
 *     the segment that reaches so far: 1 byte to {@link #MOST_DEPTH_BYTES}
 */
public record StreamSettings(int maxBytes, int maxAheadBytes, int depthBytes) {

  /** Room for the largest segment beside others. */
  public static final int LEAST_BYTES = 256 << 10;

  /** So that a search among the pages of one stream stays short. */
  public static final int MOST_AHEAD_BYTES = 1 << 20;

  public static final int MOST_DEPTH_BYTES = 1 << 30;

  /** 64 MiB, 256 KiB ahead, 1 MiB of each direction. */
  public static final StreamSettings DEFAULT = new StreamSettings(64 << 20, 256 << 10, 1 << 20);

  private static final int LEAST_AHEAD_BYTES = 64 << 10;

  public StreamSettings {
    if (maxBytes < LEAST_BYTES) {
      throw new IllegalArgumentException("less than %d bytes".formatted(LEAST_BYTES));
    }
    if (maxAheadBytes < LEAST_AHEAD_BYTES || maxAheadBytes > MOST_AHEAD_BYTES) {
      throw new IllegalArgumentException(
          "%d bytes ahead; it can be %d to %d"
              .formatted(maxAheadBytes, LEAST_AHEAD_BYTES, MOST_AHEAD_BYTES));
    }
    if (depthBytes < 1 || depthBytes > MOST_DEPTH_BYTES) {
      throw new IllegalArgumentException(
          "a depth of %d bytes; it can be 1 to %d".formatted(depthBytes, MOST_DEPTH_BYTES));
    }
  }
}
