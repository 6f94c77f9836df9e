package org.lagroups.wormguard.packet.fragment;

/**
 * Bounds of reassembly.
 *
 * @param maxDatagrams how many packets may wait for fragments: at least 1
 * @param maxBytes how much memory their fragments may take: at least 256 KiB, so that the largest
 *     packet finds room beside a fragment of its own
 * @param timeoutNanos how long a packet may take from its first fragment to its last
 * @param verifyChecksums whether fragments whose IPv4 header has a wrong checksum are left out, as
 *     hosts do
 */
public record ReassemblySettings(
    int maxDatagrams, int maxBytes, long timeoutNanos, boolean verifyChecksums) {

  /** 4,096 packets in 16 MiB, 30 seconds as in Linux. */
  public static final ReassemblySettings DEFAULT =
      new ReassemblySettings(4_096, 16 << 20, 30_000_000_000L, true);

  private static final int LEAST_BYTES = 256 << 10;

  public ReassemblySettings {
    if (maxDatagrams < 1 || maxBytes < LEAST_BYTES || timeoutNanos < 0) {
      throw new IllegalArgumentException(
          "at least 1 datagram, %d bytes and 0 ns".formatted(LEAST_BYTES));
    }
  }

  /** The same with or without a look at checksums. */
  public ReassemblySettings withVerifyChecksums(boolean verify) {
    return new ReassemblySettings(maxDatagrams, maxBytes, timeoutNanos, verify);
  }
}
