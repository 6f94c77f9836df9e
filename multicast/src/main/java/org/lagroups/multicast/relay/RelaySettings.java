package org.lagroups.multicast.relay;

import org.lagroups.multicast.stream.StreamMode;

/**
 * How a stream is distributed within a group.
 *
 * @param mode what happens to what comes late
 * @param chunkBytes how long a message with a chunk is at most, 1 to 65,536
 * @param latencyMillis in live mode, for how long a chunk is waited for and repaired; 100 to 60,000
 * @param refreshMillis after so long the parent plans anew, even if nothing has changed; 100 or
 *     more
 * @param firstUplinkBytesPerSecond what an uplink is taken for until it is known
 */
public record RelaySettings(
    StreamMode mode,
    int chunkBytes,
    long latencyMillis,
    long refreshMillis,
    long firstUplinkBytesPerSecond) {

  /** How often the owner of a distributor or member has to call its tick. */
  public static final long TICK_MILLIS = 25;

  /** How often a member reports to its parent; to siblings less often. */
  public static final long REPORT_MILLIS = 100;

  /** A member that is not heard of for so long relays nothing until it is heard of again. */
  public static final long SILENCE_MILLIS = 1_000;

  private static final int MAX_CHUNK_BYTES = 64 * 1024;
  private static final long MAX_LATENCY_MILLIS = 60_000;
  private static final long LEAST_MILLIS = 100;

  public RelaySettings {
    require(chunkBytes >= 1 && chunkBytes <= MAX_CHUNK_BYTES, "chunkBytes", chunkBytes);
    require(
        latencyMillis >= LEAST_MILLIS && latencyMillis <= MAX_LATENCY_MILLIS,
        "latencyMillis",
        latencyMillis);
    require(refreshMillis >= LEAST_MILLIS, "refreshMillis", refreshMillis);
    require(firstUplinkBytesPerSecond >= 1, "first uplink", firstUplinkBytesPerSecond);
  }

  /**
   * As usual: latency 1 s, a new plan every 20 s (a third of the usual life of an attestation),
   * uplinks of 10 Mbit/s until they are known.
   */
  public static RelaySettings usual(StreamMode mode, int chunkBytes) {
    return new RelaySettings(mode, chunkBytes, 1_000, 20_000, 1_250_000);
  }

  /** The same with another latency. */
  public RelaySettings withLatencyMillis(long millis) {
    return new RelaySettings(mode, chunkBytes, millis, refreshMillis, firstUplinkBytesPerSecond);
  }

  public boolean isLive() {
    return mode == StreamMode.LIVE;
  }

  private static void require(boolean condition, String what, long value) {
    if (!condition) {
      throw new IllegalArgumentException("no " + what + ": " + value);
    }
  }
}
