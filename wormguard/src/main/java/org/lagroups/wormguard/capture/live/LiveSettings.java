package org.lagroups.wormguard.capture.live;

/**
 * What to capture, and how.
 *
 * @param interfaceName as in {@code ip link}
 * @param onlyIncoming whether frames that this machine sends are left out; a bridge must not take
 *     what it has sent itself
 * @param bufferBytes how much the kernel keeps while nobody polls: 64 KiB to 1 GiB
 * @param batchMillis how long the kernel may gather frames before it hands them over: 1–1,000.
 *     Handing over each at once loses many under load
 */
public record LiveSettings(
    String interfaceName, boolean onlyIncoming, int bufferBytes, int batchMillis) {

  private static final int LEAST_BUFFER_BYTES = 64 << 10;
  private static final int MOST_BUFFER_BYTES = 1 << 30;
  private static final int DEFAULT_BUFFER_BYTES = 16 << 20;
  private static final int MOST_BATCH_MILLIS = 1_000;
  private static final int DEFAULT_BATCH_MILLIS = 5;

  public LiveSettings {
    if (bufferBytes < LEAST_BUFFER_BYTES || bufferBytes > MOST_BUFFER_BYTES) {
      throw new IllegalArgumentException("a buffer of " + bufferBytes + " bytes");
    }
    if (batchMillis < 1 || batchMillis > MOST_BATCH_MILLIS) {
      throw new IllegalArgumentException("gathering for " + batchMillis + " ms");
    }
  }

  /** All that comes and goes, 16 MiB of buffer, 5 ms of gathering. */
  public static LiveSettings of(String interfaceName) {
    return new LiveSettings(interfaceName, false, DEFAULT_BUFFER_BYTES, DEFAULT_BATCH_MILLIS);
  }

  /** The same without what this machine sends. */
  public LiveSettings incoming() {
    return new LiveSettings(interfaceName, true, bufferBytes, batchMillis);
  }
}
