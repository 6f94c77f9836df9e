package org.lagroups.wormguard.packet;

/** Fields of a packet's TCP header (RFC 9293), read when asked for. */
public final class TcpHeader {

  /** The flags, as bits of {@link #flags()}. */
  public static final int FIN = 1;

  public static final int SYN = 2;
  public static final int RST = 4;
  public static final int PSH = 8;
  public static final int ACK = 16;
  public static final int URG = 32;
  public static final int ECE = 64;
  public static final int CWR = 128;

  private final Packet packet;

  TcpHeader(Packet packet) {
    this.packet = packet;
  }

  /** Sequence number of the first byte: 0 to 2^32 - 1. */
  public long sequence() {
    return Octets.u32(packet.frame, packet.transportOffset + 4);
  }

  /** Acknowledgement number: 0 to 2^32 - 1. */
  public long acknowledgement() {
    return Octets.u32(packet.frame, packet.transportOffset + 8);
  }

  /** Bytes of the header with its options: 20–60. */
  public int length() {
    return lengthAt(packet, packet.transportOffset);
  }

  /** Eight flags, as in {@link #SYN}. */
  public int flags() {
    return Octets.u8(packet.frame, packet.transportOffset + 13);
  }

  /** Window, not scaled: 0–65535. */
  public int window() {
    return Octets.u16(packet.frame, packet.transportOffset + 14);
  }

  /** Urgent pointer: 0–65535. */
  public int urgentPointer() {
    return Octets.u16(packet.frame, packet.transportOffset + 18);
  }

  static int lengthAt(Packet packet, long at) {
    return Octets.u8(packet.frame, at + 12) >>> 4 << 2;
  }
}
