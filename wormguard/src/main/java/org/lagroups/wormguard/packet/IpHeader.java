package org.lagroups.wormguard.packet;

/** Fields of a packet's IP header (RFC 791, RFC 8200), read when asked for. */
public final class IpHeader {

  private static final int MORE_FRAGMENTS = 0x2000;
  private static final int DONT_FRAGMENT = 0x4000;
  private static final int RESERVED = 0x8000;
  private static final int OFFSET = 0x1fff;

  private final Packet packet;

  IpHeader(Packet packet) {
    this.packet = packet;
  }

  /** Time to live, or hop limit: 0–255. */
  public int ttl() {
    return octet(isV4() ? 8 : 7);
  }

  /** Type of service, or traffic class: 0–255. */
  public int trafficClass() {
    return isV4() ? octet(1) : Octets.u16(packet.frame, packet.networkOffset) >>> 4 & 0xff;
  }

  /** Identification, 16 bits of IPv4, 32 of an IPv6 fragment header; 0 if there is none. */
  public long identification() {
    if (isV4()) {
      return Octets.u16(packet.frame, packet.networkOffset + 4);
    }
    return packet.fragmentHeader < 0 ? 0 : Octets.u32(packet.frame, packet.fragmentHeader + 4);
  }

  /** Where a fragment's data belongs in the whole, in bytes. */
  public int fragmentOffset() {
    return isV4() ? (fragmentBits() & OFFSET) << 3 : fragmentBits() & ~7;
  }

  /** Whether fragments follow this one. */
  public boolean moreFragments() {
    return (fragmentBits() & (isV4() ? MORE_FRAGMENTS : 1)) != 0;
  }

  /** Whether the sender forbids fragments; never said in IPv6. */
  public boolean dontFragment() {
    return isV4() && (fragmentBits() & DONT_FRAGMENT) != 0;
  }

  /** Whether the bit beside those two, which has no meaning, is set; never in IPv6. */
  public boolean reservedBit() {
    return isV4() && (fragmentBits() & RESERVED) != 0;
  }

  /** Bytes of the header, with IPv4's options and without IPv6's extension headers. */
  public int length() {
    return isV4() ? (octet(0) & 15) << 2 : Ipv6.HEADER_BYTES;
  }

  /** Where IPv6's fragment header begins, in a fragment; otherwise -1. */
  public long fragmentHeader() {
    return packet.fragmentHeader;
  }

  /** Where the octet lies that announces the fragment header; otherwise -1. */
  public long fragmentHeaderLink() {
    return packet.fragmentHeaderLink;
  }

  private boolean isV4() {
    return packet.ipVersion == 4;
  }

  private int octet(int at) {
    return Octets.u8(packet.frame, packet.networkOffset + at);
  }

  private int fragmentBits() {
    if (isV4()) {
      return Octets.u16(packet.frame, packet.networkOffset + 6);
    }
    return packet.fragmentHeader < 0 ? 0 : Octets.u16(packet.frame, packet.fragmentHeader + 2);
  }
}
