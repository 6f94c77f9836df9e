package org.lagroups.scenarios.netlab;

/**
 * How fast a cable is, whole packets with their Ethernet headers counted.
 *
 * @param bitsPerSecond from 8,000, a packet in two seconds, to 100 Gbit/s
 */
public record Rate(long bitsPerSecond) {

  private static final long LEAST = 8_000;
  private static final long GREATEST = 100_000_000_000L;
  private static final long BITS_PER_MBIT = 1_000_000;

  public Rate {
    if (bitsPerSecond < LEAST || bitsPerSecond > GREATEST) {
      throw new IllegalArgumentException(
          "a rate is %d to %d bit/s, not %d".formatted(LEAST, GREATEST, bitsPerSecond));
    }
  }

  /** In millions of bits per second. */
  public static Rate ofMbit(double mbit) {
    return new Rate(Math.round(mbit * BITS_PER_MBIT));
  }

  /** In millions of bits per second. */
  public double mbit() {
    return (double) bitsPerSecond / BITS_PER_MBIT;
  }

  long bytesIn(long millis) {
    return bitsPerSecond / Byte.SIZE * millis / 1_000;
  }
}
