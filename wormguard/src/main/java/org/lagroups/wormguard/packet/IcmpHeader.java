package org.lagroups.wormguard.packet;

/** Fields of a packet's ICMP header, of either version (RFC 792, RFC 4443), read when asked for. */
public final class IcmpHeader {

  private static final int ROUTER_ADVERTISEMENT = 9;
  private static final int TIMESTAMP = 13;
  private static final int TIMESTAMP_REPLY = 14;
  private static final int ADDRESS_MASK = 17;
  private static final int ADDRESS_MASK_REPLY = 18;

  private static final int SHORT_BYTES = 8;
  private static final int TIMESTAMP_BYTES = 20;
  private static final int ADDRESS_MASK_BYTES = 12;

  private final Packet packet;

  IcmpHeader(Packet packet) {
    this.packet = packet;
  }

  /** Type: 0–255. */
  public int type() {
    return Octets.u8(packet.frame, packet.transportOffset);
  }

  /** Code: 0–255. */
  public int code() {
    return Octets.u8(packet.frame, packet.transportOffset + 1);
  }

  /** Identifier, in types that have one, such as echo. */
  public int identifier() {
    return Octets.u16(packet.frame, packet.transportOffset + 4);
  }

  /** The greatest packet that fits, in bytes, in ICMPv6's Packet Too Big. */
  public long greatestPacket() {
    return Octets.u32(packet.frame, packet.transportOffset + 4);
  }

  /** How many bytes are before the data: 8 and what the type has besides, as far as it is there. */
  public int length() {
    long there = packet.networkEnd - packet.transportOffset;
    return (int) Math.min(there, packet.protocol == IpProtocol.ICMP ? ofType() : SHORT_BYTES);
  }

  private int ofType() {
    return switch (type()) {
      case ROUTER_ADVERTISEMENT -> SHORT_BYTES + entries() * entryWords() * Integer.BYTES;
      case TIMESTAMP, TIMESTAMP_REPLY -> TIMESTAMP_BYTES;
      case ADDRESS_MASK, ADDRESS_MASK_REPLY -> ADDRESS_MASK_BYTES;
      default -> SHORT_BYTES;
    };
  }

  private int entries() {
    return Octets.u8(packet.frame, packet.transportOffset + 4);
  }

  private int entryWords() {
    return Octets.u8(packet.frame, packet.transportOffset + 5);
  }

  /** Sequence number, in types that have one, such as echo. */
  public int sequence() {
    return Octets.u16(packet.frame, packet.transportOffset + 6);
  }
}
