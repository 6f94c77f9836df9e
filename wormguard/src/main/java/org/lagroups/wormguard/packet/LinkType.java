package org.lagroups.wormguard.packet;

/** What a captured frame begins with, by the numbers of the tcpdump project's registry. */
public enum LinkType {
  /** BSD loopback: the protocol family in the byte order of the host that captured. */
  NULL(0),
  /** Ethernet. */
  ETHERNET(1),
  /** PPP, with or without address and control octets (RFC 1662). */
  PPP(9),
  /** An IP packet of either version. */
  RAW(101),
  /** OpenBSD loopback: the protocol family in network order. */
  LOOP(108),
  /** Linux cooked capture, version 1. */
  LINUX_COOKED(113),
  /** An IPv4 packet. */
  IPV4(228),
  /** An IPv6 packet. */
  IPV6(229),
  /** Linux cooked capture, version 2. */
  LINUX_COOKED_2(276),
  /** Any other: its frames are counted, and not looked into. */
  OTHER(-1);

  /** Numbers that BSD systems used for {@link #RAW} in files. */
  private static final int BSD_RAW = 12;

  private static final int OPENBSD_RAW = 14;

  private final int number;

  LinkType(int number) {
    this.number = number;
  }

  /** The link type with a number of the registry; {@link #OTHER} if it is not read. */
  public static LinkType of(int number) {
    if (number == BSD_RAW || number == OPENBSD_RAW) {
      return RAW;
    }
    for (LinkType type : values()) {
      if (type.number == number) {
        return type;
      }
    }
    return OTHER;
  }

  /** The number in the registry; -1 for {@link #OTHER}. */
  public int number() {
    return number;
  }
}
