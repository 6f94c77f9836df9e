package org.lagroups.wormguard.packet;

/** The header of IPv6 and its extension headers (RFC 8200). */
final class Ipv6 {

  static final int HEADER_BYTES = 40;

  /** The most extension headers before what is carried. */
  static final int MAX_EXTENSIONS = 16;

  private static final int NEXT_HEADER = 6;
  private static final int SHORTEST_EXTENSION_BYTES = 8;

  private Ipv6() {}

  static Decoded decode(Packet packet, long at, long end) {
    if (end - at < HEADER_BYTES) {
      return Decoded.TRUNCATED;
    }
    int length = Octets.u16(packet.frame, at + 4);
    int next = Octets.u8(packet.frame, at + NEXT_HEADER);
    // A length of 0 before hop-by-hop options announces a jumbogram, which no link here carries.
    if (Octets.u8(packet.frame, at) >>> 4 != 6 || (length == 0 && next == IpProtocol.HOP_BY_HOP)) {
      return Decoded.MALFORMED;
    }
    packet.ipVersion = 6;
    packet.networkOffset = at;
    packet.networkEnd = Math.min(end, at + HEADER_BYTES + length);
    packet.sourceHigh = Octets.bits64(packet.frame, at + 8);
    packet.sourceLow = Octets.bits64(packet.frame, at + 16);
    packet.destinationHigh = Octets.bits64(packet.frame, at + 24);
    packet.destinationLow = Octets.bits64(packet.frame, at + 32);
    packet.cut = at + HEADER_BYTES + length > end;
    Decoded decoded = extensions(packet, next, at + HEADER_BYTES);
    return packet.cut ? Decoded.TRUNCATED : decoded;
  }

  private static Decoded extensions(Packet packet, int first, long from) {
    int next = first;
    long link = packet.networkOffset + NEXT_HEADER;
    long at = from;
    for (int count = 0; isExtension(next); count++) {
      packet.protocol = next;
      if (count == MAX_EXTENSIONS) {
        return Decoded.TOO_DEEP;
      }
      if (packet.networkEnd - at < SHORTEST_EXTENSION_BYTES) {
        return Decoded.MALFORMED;
      }
      int following = Octets.u8(packet.frame, at);
      if (next == IpProtocol.FRAGMENT && isFragment(packet, at)) {
        packet.protocol = following;
        packet.fragmentHeader = at;
        packet.fragmentHeaderLink = link;
        packet.setPayload(at + SHORTEST_EXTENSION_BYTES, packet.networkEnd);
        return Decoded.FRAGMENT;
      }
      packet.routed |= next == IpProtocol.ROUTING && Octets.u8(packet.frame, at + 3) != 0;
      link = at;
      at += lengthOf(packet, next, at);
      if (at > packet.networkEnd) {
        return Decoded.MALFORMED;
      }
      next = following;
    }
    packet.protocol = next;
    return Transport.decode(packet, at, packet.networkEnd);
  }

  private static boolean isExtension(int protocol) {
    return switch (protocol) {
      case IpProtocol.HOP_BY_HOP,
          IpProtocol.ROUTING,
          IpProtocol.FRAGMENT,
          IpProtocol.AUTHENTICATION,
          IpProtocol.DESTINATION_OPTIONS,
          IpProtocol.MOBILITY,
          IpProtocol.HOST_IDENTITY,
          IpProtocol.SHIM6 ->
          true;
      default -> false;
    };
  }

  /** A fragment header that says "the first, and the last" leaves the packet whole (RFC 6946). */
  private static boolean isFragment(Packet packet, long at) {
    return (Octets.u16(packet.frame, at + 2) & 0xfff9) != 0;
  }

  private static int lengthOf(Packet packet, int extension, long at) {
    int units = Octets.u8(packet.frame, at + 1);
    return switch (extension) {
      case IpProtocol.FRAGMENT -> SHORTEST_EXTENSION_BYTES;
      case IpProtocol.AUTHENTICATION -> (units + 2) << 2;
      default -> (units + 1) << 3;
    };
  }
}
