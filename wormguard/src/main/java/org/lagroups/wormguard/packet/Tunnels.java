package org.lagroups.wormguard.packet;

/** The way to the packet inside another. */
final class Tunnels {

  private static final int GRE_BYTES = 4;
  private static final int GRE_FIELD_BYTES = 4;
  private static final int GRE_CHECKSUM = 0x8000;
  private static final int GRE_ROUTING = 0x4000;
  private static final int GRE_KEY = 0x2000;
  private static final int GRE_SEQUENCE = 0x1000;
  private static final int GRE_ACKNOWLEDGEMENT = 0x0080;
  private static final int GRE_VERSION = 0x0007;

  private static final int TYPE_ETHERNET = 0x6558;
  private static final int TYPE_PPP = 0x880b;
  private static final int TYPE_ERSPAN = 0x88be;
  private static final int ERSPAN_II_BYTES = 8;
  private static final int ERSPAN_II_VERSION = 1;

  private static final int VXLAN_BYTES = 8;
  private static final int VXLAN_HAS_NETWORK = 0x08;

  private Tunnels() {}

  static Decoded decode(Packet packet, Tunnel tunnel, long at, long end) {
    return switch (tunnel) {
      case NONE -> Decoded.NOT_IP;
      case IPV4 -> Ipv4.decode(packet, at, end);
      case IPV6 -> Ipv6.decode(packet, at, end);
      case GRE -> gre(packet, at, end);
      case VXLAN -> vxlan(packet, at, end);
    };
  }

  private static Decoded gre(Packet packet, long at, long end) {
    if (end - at < GRE_BYTES) {
      return Decoded.TRUNCATED;
    }
    int flags = Octets.u16(packet.frame, at);
    int version = flags & GRE_VERSION;
    // Version 1 is PPTP's (RFC 2637). Routes inside of GRE were given up with RFC 2784.
    if (version > 1 || (flags & GRE_ROUTING) != 0) {
      return Decoded.MALFORMED;
    }
    int optional = flags & (GRE_CHECKSUM | GRE_KEY | GRE_SEQUENCE);
    if (version == 1) {
      optional |= flags & GRE_ACKNOWLEDGEMENT;
    }
    long inside = at + GRE_BYTES + (long) Integer.bitCount(optional) * GRE_FIELD_BYTES;
    if (inside > end) {
      return Decoded.TRUNCATED;
    }
    int type = Octets.u16(packet.frame, at + 2);
    return switch (type) {
      case TYPE_PPP -> LinkLayer.ppp(packet, inside, end);
      case TYPE_ETHERNET -> LinkLayer.ethernet(packet, inside, end);
      case TYPE_ERSPAN -> erspan(packet, (flags & GRE_SEQUENCE) != 0, inside, end);
      default -> LinkLayer.network(packet, type, inside, end);
    };
  }

  /** Version I has no header and no sequence number in GRE's; version II has both. */
  private static Decoded erspan(Packet packet, boolean isNumbered, long at, long end) {
    if (!isNumbered) {
      return LinkLayer.ethernet(packet, at, end);
    }
    if (end - at < ERSPAN_II_BYTES) {
      return Decoded.TRUNCATED;
    }
    return Octets.u8(packet.frame, at) >>> 4 == ERSPAN_II_VERSION
        ? LinkLayer.ethernet(packet, at + ERSPAN_II_BYTES, end)
        : Decoded.NOT_IP;
  }

  /** Whatever else goes to that port is no error. */
  private static Decoded vxlan(Packet packet, long at, long end) {
    if (end - at < VXLAN_BYTES || (Octets.u8(packet.frame, at) & VXLAN_HAS_NETWORK) == 0) {
      return Decoded.NOT_IP;
    }
    return LinkLayer.ethernet(packet, at + VXLAN_BYTES, end);
  }
}
