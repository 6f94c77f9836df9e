package org.lagroups.wormguard.rule.address;

/**
 * An address of 128 bits; those of IPv4 are {@code ::ffff:a.b.c.d}.
 *
 * @param high the first 64 bits
 * @param low the others
 */
record Address(long high, long low) implements Comparable<Address> {

  static final Address FIRST = new Address(0, 0);
  static final Address LAST = new Address(-1, -1);

  private static final long MAPPED = 0xFFFFL << 32;

  static Address v4(long bits) {
    return new Address(0, MAPPED | bits);
  }

  boolean isV4() {
    return high == 0 && low >>> 32 == 0xFFFF;
  }

  /** The same, with all but the first {@code bits} bits 0. */
  Address network(int bits) {
    return new Address(high & mask(bits), low & mask(bits - Long.SIZE));
  }

  /** The same, with all but the first {@code bits} bits 1. */
  Address broadcast(int bits) {
    return new Address(high | ~mask(bits), low | ~mask(bits - Long.SIZE));
  }

  private static long mask(int bits) {
    if (bits <= 0) {
      return 0;
    }
    return bits >= Long.SIZE ? -1 : -1L << (Long.SIZE - bits);
  }

  /** The one after it; not of the last. */
  Address next() {
    return low == -1 ? new Address(high + 1, 0) : new Address(high, low + 1);
  }

  /** The one before it; not of the first. */
  Address previous() {
    return low == 0 ? new Address(high - 1, -1) : new Address(high, low - 1);
  }

  @Override
  public int compareTo(Address other) {
    int byHigh = Long.compareUnsigned(high, other.high);
    return byHigh != 0 ? byHigh : Long.compareUnsigned(low, other.low);
  }

  @Override
  public String toString() {
    return isV4()
        ? "%d.%d.%d.%d"
            .formatted((low >>> 24) & 0xFF, (low >>> 16) & 0xFF, (low >>> 8) & 0xFF, low & 0xFF)
        : "%016x%016x".formatted(high, low).replaceAll("(.{4})(?=.)", "$1:");
  }
}
