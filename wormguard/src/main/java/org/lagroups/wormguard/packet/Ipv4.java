package org.lagroups.wormguard.packet;

/** The header of IPv4 (RFC 791). */
final class Ipv4 {

  static final int HEADER_BYTES = 20;

  /** What stands before an IPv4 address where an IPv6 address is due. */
  private static final long MAPPED = 0xffff_0000_0000L;

  private static final int MORE_FRAGMENTS_OR_OFFSET = 0x3fff;

  private Ipv4() {}

  static Decoded decode(Packet packet, long at, long end) {
    if (end - at < HEADER_BYTES) {
      return Decoded.TRUNCATED;
    }
    int first = Octets.u8(packet.frame, at);
    int header = (first & 15) << 2;
    int total = Octets.u16(packet.frame, at + 2);
    if (first >>> 4 != 4 || header < HEADER_BYTES || total < header) {
      return Decoded.MALFORMED;
    }
    if (header > end - at) {
      return Decoded.TRUNCATED;
    }
    packet.ipVersion = 4;
    packet.networkOffset = at;
    packet.networkEnd = Math.min(end, at + total);
    packet.sourceLow = MAPPED | Octets.u32(packet.frame, at + 12);
    packet.destinationLow = MAPPED | Octets.u32(packet.frame, at + 16);
    packet.protocol = Octets.u8(packet.frame, at + 9);
    packet.cut = at + total > end;
    Decoded decoded = carried(packet, at + header);
    return packet.cut ? Decoded.TRUNCATED : decoded;
  }

  private static Decoded carried(Packet packet, long at) {
    if ((Octets.u16(packet.frame, packet.networkOffset + 6) & MORE_FRAGMENTS_OR_OFFSET) != 0) {
      packet.setPayload(at, packet.networkEnd);
      return Decoded.FRAGMENT;
    }
    return Transport.decode(packet, at, packet.networkEnd);
  }
}
