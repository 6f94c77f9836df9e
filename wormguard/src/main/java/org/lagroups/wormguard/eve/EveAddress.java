package org.lagroups.wormguard.eve;

/** Writes addresses: IPv4 with dots, IPv6 as RFC 5952 says. */
public final class EveAddress {

  private static final long MAPPED = 0xffffL;
  private static final int GROUPS = 8;
  private static final int GROUPS_PER_LONG = 4;
  private static final int GROUP_BITS = 16;

  private EveAddress() {}

  /** An address of 128 bits; those of IPv4 are mapped, as in ::ffff:192.0.2.1. */
  public static String text(long high, long low) {
    return high == 0 && low >>> Integer.SIZE == MAPPED ? ipv4((int) low) : ipv6(high, low);
  }

  private static String ipv4(int bits) {
    return (bits >>> 24)
        + "."
        + ((bits >>> 16) & 0xff)
        + "."
        + ((bits >>> 8) & 0xff)
        + "."
        + (bits & 0xff);
  }

  private static String ipv6(long high, long low) {
    int longest = 1;
    int gap = GROUPS;
    for (int from = 0; from < GROUPS; from++) {
      int zeros = zeros(high, low, from);
      if (zeros > longest) {
        longest = zeros;
        gap = from;
      }
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < GROUPS; i++) {
      if (i == gap) {
        text.append("::");
        i += longest - 1;
      } else {
        text.append(i == 0 || i == gap + longest ? "" : ":").append(hex(group(high, low, i)));
      }
    }
    return text.toString();
  }

  private static int zeros(long high, long low, int from) {
    int end = from;
    while (end < GROUPS && group(high, low, end) == 0) {
      end++;
    }
    return end - from;
  }

  private static int group(long high, long low, int index) {
    long half = index < GROUPS_PER_LONG ? high : low;
    int place = GROUPS_PER_LONG - 1 - index % GROUPS_PER_LONG;
    return (int) ((half >>> (place * GROUP_BITS)) & 0xffff);
  }

  private static String hex(int group) {
    return Integer.toHexString(group);
  }
}
