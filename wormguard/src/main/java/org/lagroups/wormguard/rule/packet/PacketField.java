package org.lagroups.wormguard.rule.packet;

/** Numbers that a packet has. */
public enum PacketField {
  /** Bytes of payload behind the innermost header ({@code dsize}). */
  PAYLOAD_LENGTH(65_535),
  /** Time to live, or hop limit ({@code ttl}). */
  TIME_TO_LIVE(255),
  /** Identification of IPv4 ({@code id}). */
  IP_ID(65_535),
  /** Number of the protocol above IP ({@code ip_proto}). */
  IP_PROTOCOL(255),
  /** Offset of a fragment in units of 8 bytes ({@code fragoffset}). */
  FRAGMENT_OFFSET(8_191),
  /** Sequence number of TCP ({@code seq}). */
  TCP_SEQUENCE(0xFFFF_FFFFL),
  /** Acknowledgement number of TCP ({@code ack}). */
  TCP_ACKNOWLEDGEMENT(0xFFFF_FFFFL),
  /** Window of TCP as it stands in the header ({@code window}). */
  TCP_WINDOW(65_535),
  /** Type of an ICMP message, of either version ({@code itype}). */
  ICMP_TYPE(255),
  /** Code of an ICMP message ({@code icode}). */
  ICMP_CODE(255),
  /** Identifier of an ICMP message that has one ({@code icmp_id}). */
  ICMP_ID(65_535),
  /** Sequence number of an ICMP message that has one ({@code icmp_seq}). */
  ICMP_SEQUENCE(65_535),
  /** Greatest packet that ICMPv6 says fits, in Packet Too Big ({@code icmpv6.mtu}). */
  ICMPV6_MTU(0xFFFF_FFFFL);

  private final long greatest;

  PacketField(long greatest) {
    this.greatest = greatest;
  }

  /** The greatest value; the least is 0. */
  public long greatest() {
    return greatest;
  }
}
