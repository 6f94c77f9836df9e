package org.lagroups.wormguard.learn.scan;

/**
 * What counts as scanning.
 *
 * @param failures how many targets (an address and a port) do not answer one source within an
 *     interval: 2 to 1,000,000
 * @param intervalNanos how long that is: at least a second
 * @param sources how many sources are kept count of: a power of two, 8 to {@link #MOST_SOURCES};
 *     each takes 80 bytes
 */
public record ScanSettings(int failures, long intervalNanos, int sources) {

  /** The most sources. */
  public static final int MOST_SOURCES = 1 << 22;

  private static final long SECOND = 1_000_000_000L;
  private static final int MOST_FAILURES = 1_000_000;

  /** 100 failures within a minute; 16,384 sources, which takes 1.3 MB. */
  public static final ScanSettings DEFAULT = new ScanSettings(100, 60 * SECOND, 1 << 14);

  public ScanSettings {
    if (failures < 2 || failures > MOST_FAILURES) {
      throw new IllegalArgumentException(
          "%d failures; there can be 2 to %d".formatted(failures, MOST_FAILURES));
    }
    if (intervalNanos < SECOND) {
      throw new IllegalArgumentException("an interval of less than a second");
    }
    if (sources < AddressTable.WAYS || sources > MOST_SOURCES || Integer.bitCount(sources) != 1) {
      throw new IllegalArgumentException(
          "%d sources; there can be a power of two from %d to %d"
              .formatted(sources, AddressTable.WAYS, MOST_SOURCES));
    }
  }
}
