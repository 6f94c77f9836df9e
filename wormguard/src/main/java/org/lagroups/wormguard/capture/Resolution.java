package org.lagroups.wormguard.capture;

import java.util.Optional;

/**
 * How an interface of a pcapng file counts time.
 *
 * @param binary whether a second has a power of two units; else a power of ten
 * @param exponent of that power
 * @param offsetSeconds what is to be added, which is within ±{@link Frames#MAX_SECONDS}
 */
record Resolution(boolean binary, int exponent, long offsetSeconds) {

  /** Microseconds, for interfaces that say nothing. */
  static final Resolution MICROSECONDS = new Resolution(false, 6, 0);

  /** 10^18 is the greatest power of ten in a long. */
  private static final int MAX_DECIMAL = 18;

  private static final int MAX_BINARY = 63;

  /** So many binary digits of a fraction times 10^9 fit into a long. */
  private static final int FRACTION_BITS = 33;

  private static final int NANO_DIGITS = 9;

  /** That of option if_tsresol; nothing for units smaller than a number of them can count. */
  Optional<Resolution> withCode(int code) {
    boolean isBinary = (code & 0x80) != 0;
    int power = code & 0x7f;
    return power > (isBinary ? MAX_BINARY : MAX_DECIMAL)
        ? Optional.empty()
        : Optional.of(new Resolution(isBinary, power, offsetSeconds));
  }

  /** That of option if_tsoffset. */
  Resolution withOffset(long seconds) {
    return new Resolution(
        binary, exponent, Math.clamp(seconds, -Frames.MAX_SECONDS, Frames.MAX_SECONDS));
  }

  /**
   * The time in nanoseconds since 1970, 0 to {@link Frames#MAX_SECONDS}.
   *
   * @param units so many units, unsigned
   */
  long nanos(long units) {
    return binary ? binaryNanos(units) : decimalNanos(units);
  }

  private long binaryNanos(long units) {
    long fraction = exponent == 0 ? 0 : units & (-1L >>> (64 - exponent));
    int dropped = Math.max(0, exponent - FRACTION_BITS);
    long nanos = ((fraction >>> dropped) * Frames.NANOS_PER_SECOND) >>> (exponent - dropped);
    return joined(units >>> exponent, nanos);
  }

  private long decimalNanos(long units) {
    long unitsPerSecond = powerOfTen(exponent);
    long fraction = Long.remainderUnsigned(units, unitsPerSecond);
    long nanos =
        exponent <= NANO_DIGITS
            ? fraction * powerOfTen(NANO_DIGITS - exponent)
            : fraction / powerOfTen(exponent - NANO_DIGITS);
    return joined(Long.divideUnsigned(units, unitsPerSecond), nanos);
  }

  private long joined(long seconds, long nanos) {
    long bounded =
        Long.compareUnsigned(seconds, 2 * Frames.MAX_SECONDS) > 0
            ? 2 * Frames.MAX_SECONDS
            : seconds;
    long shifted = bounded + offsetSeconds;
    if (shifted >= Frames.MAX_SECONDS) {
      return Frames.MAX_SECONDS * Frames.NANOS_PER_SECOND;
    }
    return shifted < 0 ? 0 : shifted * Frames.NANOS_PER_SECOND + nanos;
  }

  private static long powerOfTen(int power) {
    long result = 1;
    for (int i = 0; i < power; i++) {
      result *= 10;
    }
    return result;
  }
}
