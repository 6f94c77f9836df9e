package org.lagroups.wormguard.packet;

/** Fields of a packet's ICMP header, of either version (RFC 792, RFC 4443), read when asked for. */
public final class IcmpHeader {

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

  /** Sequence number, in types that have one, such as echo. */
  public int sequence() {
    return Octets.u16(packet.frame, packet.transportOffset + 6);
  }
}
