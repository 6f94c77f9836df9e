package org.lagroups.wormguard.learn.fingerprint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Takes Rabin's fingerprint of every window of a payload: its bits, as a polynomial, modulo an
 * irreducible one. (Rabin, "Fingerprinting by random polynomials", 1981.)
 *
 * <p>Two given windows that differ have the same fingerprint with a probability of less than 2^-52
 * if the polynomial was drawn at random after they were chosen: the difference of two windows of 40
 * bytes, of degree below 320, has at most 5 of the 2^61 / 61 irreducible factors of degree 61. So
 * whoever sends packets must not know the polynomial.
 *
 * <p>Cannot change; any thread may use it.
 */
public final class Fingerprinter {

  /** The length of a window, as EarlyBird has it. */
  public static final int DEFAULT_WINDOW_BYTES = 40;

  /** The longest window. */
  public static final int MAX_WINDOW_BYTES = 1_024;

  /** One fingerprint in so many is chosen, as EarlyBird has it. */
  public static final int DEFAULT_SAMPLED_ONE_IN = 64;

  /** The fewest that may be chosen: one in so many. */
  public static final int MAX_SAMPLED_ONE_IN = 1 << 16;

  private static final int TOP_SHIFT = Polynomial.DEGREE - Byte.SIZE;
  private static final long BELOW_TOP = (1L << TOP_SHIFT) - 1;

  /** By the 8 upper bits of a fingerprint, what they become when a byte is appended. */
  private final long[] appended = new long[256];

  /** By the oldest byte of a window, its share of the fingerprint. */
  private final long[] oldest = new long[256];

  private final int windowBytes;
  private final long mask;

  /** The last bits of those that are chosen; not 0, which would choose every run of zeros. */
  private final long sample;

  /** With windows and a share of them as EarlyBird has them. */
  public Fingerprinter(Polynomial polynomial) {
    this(polynomial, DEFAULT_WINDOW_BYTES, DEFAULT_SAMPLED_ONE_IN);
  }

  /**
   * With other windows, or another share.
   *
   * @param windowBytes from 8 to {@link #MAX_WINDOW_BYTES}
   * @param sampledOneIn a power of two, up to {@link #MAX_SAMPLED_ONE_IN}; 1 chooses all
   * @throws IllegalArgumentException if they are out of range
   */
  public Fingerprinter(Polynomial polynomial, int windowBytes, int sampledOneIn) {
    if (windowBytes < Long.BYTES || windowBytes > MAX_WINDOW_BYTES) {
      throw new IllegalArgumentException(
          "a window of %d bytes; it may have 8 to %d".formatted(windowBytes, MAX_WINDOW_BYTES));
    }
    if (Integer.bitCount(sampledOneIn) != 1
        || sampledOneIn < 1
        || sampledOneIn > MAX_SAMPLED_ONE_IN) {
      throw new IllegalArgumentException(
          "one window in %d; it may be a power of two up to %d"
              .formatted(sampledOneIn, MAX_SAMPLED_ONE_IN));
    }
    this.windowBytes = windowBytes;
    this.mask = sampledOneIn - 1L;
    this.sample = sampledOneIn * 2L / 3;
    long appendedFactor = polynomial.powerOfX(Polynomial.DEGREE);
    long oldestFactor = polynomial.powerOfX((windowBytes - 1) * Byte.SIZE);
    for (int value = 0; value < 256; value++) {
      appended[value] = polynomial.times(value, appendedFactor);
      oldest[value] = polynomial.times(value, oldestFactor);
    }
  }

  /**
   * How likely it is that at least one window of some content is chosen, so that the content is
   * noticed wherever it is.
   *
   * @param contentBytes its length
   */
  public double chanceToSample(int contentBytes) {
    int windows = Math.max(0, contentBytes - windowBytes + 1);
    return 1 - Math.pow(1 - 1.0 / (mask + 1), windows);
  }

  /** The length of a window. */
  public int windowBytes() {
    return windowBytes;
  }

  /**
   * Hands on the chosen windows of a payload. There are none in one shorter than a window.
   *
   * @param offset where the payload begins in {@code memory}
   * @throws IndexOutOfBoundsException if {@code memory} does not reach so far
   */
  public void sample(MemorySegment memory, long offset, long lengthBytes, FingerprintSink sink) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    int window = windowBytes;
    long fingerprint = 0;
    for (long i = 0; i < lengthBytes; i++) {
      if (i >= window) {
        fingerprint ^= oldest[unsigned(memory, offset + i - window)];
      }
      fingerprint =
          ((fingerprint & BELOW_TOP) << Byte.SIZE)
              ^ appended[(int) (fingerprint >>> TOP_SHIFT)]
              ^ unsigned(memory, offset + i);
      if (i >= window - 1 && (fingerprint & mask) == sample) {
        sink.sampled(fingerprint, i - window + 1);
      }
    }
  }

  private static int unsigned(MemorySegment memory, long at) {
    return memory.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }
}
