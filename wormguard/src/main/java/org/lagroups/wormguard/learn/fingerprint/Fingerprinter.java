package org.lagroups.wormguard.learn.fingerprint;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Objects;

/**
 * Takes Rabin's fingerprint of every window of a payload: its bits, as a polynomial, modulo an
 * irreducible one. (Rabin, "Fingerprinting by random polynomials", 1981.)
 *
 * <p>Two given windows that differ have the same fingerprint with a probability of less than 2^-52
 * if the polynomial was drawn at random after they were chosen: their difference, of degree below
 * 320, has at most 5 of the 2^61 / 61 irreducible factors of degree 61. So whoever sends packets
 * must not know the polynomial.
 *
 * <p>Cannot change; any thread may use it.
 */
public final class Fingerprinter {

  /** The length of a window, as EarlyBird has it. */
  public static final int WINDOW_BYTES = 40;

  /** One fingerprint in so many is chosen, as EarlyBird has it. */
  public static final int SAMPLED_ONE_IN = 64;

  /** The last bits of those that are chosen; not 0, which would choose every run of zeros. */
  private static final int SAMPLE = 42;

  private static final int TOP_SHIFT = Polynomial.DEGREE - Byte.SIZE;
  private static final long BELOW_TOP = (1L << TOP_SHIFT) - 1;

  /** By the 8 upper bits of a fingerprint, what they become when a byte is appended. */
  private final long[] appended = new long[256];

  /** By the oldest byte of a window, its share of the fingerprint. */
  private final long[] oldest = new long[256];

  public Fingerprinter(Polynomial polynomial) {
    long appendedFactor = polynomial.powerOfX(Polynomial.DEGREE);
    long oldestFactor = polynomial.powerOfX((WINDOW_BYTES - 1) * Byte.SIZE);
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
  public static double chanceToSample(int contentBytes) {
    int windows = Math.max(0, contentBytes - WINDOW_BYTES + 1);
    return 1 - Math.pow(1 - 1.0 / SAMPLED_ONE_IN, windows);
  }

  /**
   * Hands on the chosen windows of a payload. There are none in one shorter than a window.
   *
   * @param offset where the payload begins in {@code memory}
   * @throws IndexOutOfBoundsException if {@code memory} does not reach so far
   */
  public void sample(MemorySegment memory, long offset, long lengthBytes, FingerprintSink sink) {
    Objects.checkFromIndexSize(offset, lengthBytes, memory.byteSize());
    long fingerprint = 0;
    for (long i = 0; i < lengthBytes; i++) {
      if (i >= WINDOW_BYTES) {
        fingerprint ^= oldest[unsigned(memory, offset + i - WINDOW_BYTES)];
      }
      fingerprint =
          ((fingerprint & BELOW_TOP) << Byte.SIZE)
              ^ appended[(int) (fingerprint >>> TOP_SHIFT)]
              ^ unsigned(memory, offset + i);
      if (i >= WINDOW_BYTES - 1 && fingerprint % SAMPLED_ONE_IN == SAMPLE) {
        sink.sampled(fingerprint, i - WINDOW_BYTES + 1);
      }
    }
  }

  private static int unsigned(MemorySegment memory, long at) {
    return memory.get(ValueLayout.JAVA_BYTE, at) & 0xff;
  }
}
