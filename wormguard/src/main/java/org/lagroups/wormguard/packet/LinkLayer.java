package org.lagroups.wormguard.packet;

/** What lies below IP. */
final class LinkLayer {

  static final int TYPE_IPV4 = 0x0800;
  static final int TYPE_IPV6 = 0x86dd;
  static final int TYPE_VLAN = 0x8100;
  static final int TYPE_QINQ = 0x88a8;
  static final int TYPE_QINQ_OLD = 0x9100;
  static final int TYPE_PPPOE_SESSION = 0x8864;

  private static final int ETHERNET_BYTES = 14;
  private static final int VLAN_TAG_BYTES = 4;
  private static final int COOKED_BYTES = 16;
  private static final int COOKED_2_BYTES = 20;
  private static final int FAMILY_BYTES = 4;
  private static final int PPPOE_BYTES = 6;

  private static final int PPP_ADDRESS_AND_CONTROL = 0xff03;
  private static final int PPP_IPV4 = 0x21;
  private static final int PPP_IPV6 = 0x57;

  private LinkLayer() {}

  static Decoded decode(Packet packet, LinkType link, long at, long end) {
    return switch (link) {
      case ETHERNET -> ethernet(packet, at, end);
      case RAW -> raw(packet, at, end);
      case IPV4 -> Ipv4.decode(packet, at, end);
      case IPV6 -> Ipv6.decode(packet, at, end);
      case PPP -> ppp(packet, at, end);
      case NULL, LOOP -> family(packet, link, at, end);
      case LINUX_COOKED -> cooked(packet, at + COOKED_BYTES - 2, at + COOKED_BYTES, end);
      case LINUX_COOKED_2 -> cooked(packet, at, at + COOKED_2_BYTES, end);
      case OTHER -> Decoded.UNKNOWN_LINK;
    };
  }

  static Decoded ethernet(Packet packet, long at, long end) {
    if (end - at < ETHERNET_BYTES) {
      return Decoded.TRUNCATED;
    }
    int type = Octets.u16(packet.frame, at + ETHERNET_BYTES - 2);
    return network(packet, type, at + ETHERNET_BYTES, end);
  }

  /** What follows a type of IEEE's registry. */
  static Decoded network(Packet packet, int type, long at, long end) {
    return switch (type) {
      case TYPE_IPV4 -> Ipv4.decode(packet, at, end);
      case TYPE_IPV6 -> Ipv6.decode(packet, at, end);
      case TYPE_VLAN, TYPE_QINQ, TYPE_QINQ_OLD -> vlan(packet, at, end);
      case TYPE_PPPOE_SESSION ->
          end - at < PPPOE_BYTES ? Decoded.TRUNCATED : ppp(packet, at + PPPOE_BYTES, end);
      default -> Decoded.NOT_IP;
    };
  }

  static Decoded ppp(Packet packet, long at, long end) {
    long from = at;
    if (end - from >= 2 && Octets.u16(packet.frame, from) == PPP_ADDRESS_AND_CONTROL) {
      from += 2;
    }
    if (end - from < 2) {
      return Decoded.TRUNCATED;
    }
    // The first of two octets is even; one alone, which is odd, is a compressed field (RFC 1661).
    int protocol = Octets.u8(packet.frame, from++);
    if ((protocol & 1) == 0) {
      protocol = protocol << 8 | Octets.u8(packet.frame, from++);
    }
    return switch (protocol) {
      case PPP_IPV4 -> Ipv4.decode(packet, from, end);
      case PPP_IPV6 -> Ipv6.decode(packet, from, end);
      default -> Decoded.NOT_IP;
    };
  }

  private static Decoded vlan(Packet packet, long at, long end) {
    if (end - at < VLAN_TAG_BYTES) {
      return Decoded.TRUNCATED;
    }
    if (!packet.addVlan(Octets.u16(packet.frame, at) & 0xfff)) {
      return Decoded.TOO_DEEP;
    }
    return network(packet, Octets.u16(packet.frame, at + 2), at + VLAN_TAG_BYTES, end);
  }

  private static Decoded raw(Packet packet, long at, long end) {
    if (at >= end) {
      return Decoded.TRUNCATED;
    }
    return switch (Octets.u8(packet.frame, at) >>> 4) {
      case 4 -> Ipv4.decode(packet, at, end);
      case 6 -> Ipv6.decode(packet, at, end);
      default -> Decoded.MALFORMED;
    };
  }

  private static Decoded cooked(Packet packet, long typeAt, long at, long end) {
    return at > end
        ? Decoded.TRUNCATED
        : network(packet, Octets.u16(packet.frame, typeAt), at, end);
  }

  private static Decoded family(Packet packet, LinkType link, long at, long end) {
    if (end - at < FAMILY_BYTES) {
      return Decoded.TRUNCATED;
    }
    long family = Octets.u32(packet.frame, at);
    // Families are small numbers: a large one was written by a host of the other byte order.
    if (link == LinkType.NULL && family > 0xffff) {
      family = Octets.u32Little(packet.frame, at);
    }
    return switch ((int) family) {
      case 2 -> Ipv4.decode(packet, at + FAMILY_BYTES, end);
      // Linux; NetBSD, OpenBSD and BSD/OS; FreeBSD; macOS.
      case 10, 24, 28, 30 -> Ipv6.decode(packet, at + FAMILY_BYTES, end);
      default -> Decoded.NOT_IP;
    };
  }
}
