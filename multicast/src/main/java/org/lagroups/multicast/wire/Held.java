package org.lagroups.multicast.wire;

import org.lagroups.machine.Bytes;

/**
 * Which chunks of a stream somebody has.
 *
 * @param below all chunks below this one are had, or not waited for any more
 * @param base {@code below} or more; what is between the two is not told
 * @param bits from {@code base} on, the lowest bit of each byte first; no zero byte at the end
 */
public record Held(long below, long base, Bytes bits) {

  /** How many chunks the bits tell about at most. */
  public static final int MAX_BITS = 8_192;

  /** No chunk. */
  public static final Held NOTHING = new Held(0, 0, Bytes.EMPTY);

  public Held {
    if (!isPossible(below, base, bits)) {
      throw new IllegalArgumentException("from %d and %d: %s".formatted(below, base, bits));
    }
  }

  /** Whether these go together. */
  static boolean isPossible(long below, long base, Bytes bits) {
    return below >= 0
        && base >= below
        && base <= Long.MAX_VALUE - MAX_BITS
        && bits.length() <= MAX_BITS / Byte.SIZE
        && (bits.isEmpty() || bits.at(bits.length() - 1) != 0);
  }

  /** Whether a chunk is certainly had. */
  public boolean has(long sequence) {
    if (sequence < base) {
      return sequence < below;
    }
    long bit = sequence - base;
    return bit < (long) bits.length() * Byte.SIZE
        && (bits.at((int) (bit / Byte.SIZE)) & 1 << (bit % Byte.SIZE)) != 0;
  }

  /** The first sequence above all that are had. */
  public long end() {
    if (bits.isEmpty()) {
      return below;
    }
    int last = bits.at(bits.length() - 1) & 0xff;
    int used = Integer.SIZE - Integer.numberOfLeadingZeros(last);
    return base + (bits.length() - 1L) * Byte.SIZE + used;
  }
}
