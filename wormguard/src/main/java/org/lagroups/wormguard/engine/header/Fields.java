package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.packet.PacketField;

/** Reads the numbers of a packet that rules ask about. */
final class Fields {

  /** What stands for a number that a packet lacks. */
  static final long ABSENT = -1;

  private static final int OFFSET_UNIT_BYTES = 8;

  private static final int PACKET_TOO_BIG = 2;

  private Fields() {}

  static long read(PacketField field, Packet packet) {
    return switch (field) {
      case PAYLOAD_LENGTH -> packet.payloadOffset() < 0 ? ABSENT : packet.payloadLength();
      case TIME_TO_LIVE, IP_ID, IP_PROTOCOL, FRAGMENT_OFFSET ->
          packet.ipVersion() == 0 ? ABSENT : ofIp(field, packet);
      case TCP_SEQUENCE, TCP_ACKNOWLEDGEMENT, TCP_WINDOW ->
          packet.isTcp() ? ofTcp(field, packet) : ABSENT;
      case ICMPV6_MTU -> isTooBig(packet) ? packet.icmp().greatestPacket() : ABSENT;
      case ICMP_TYPE, ICMP_CODE, ICMP_ID, ICMP_SEQUENCE ->
          packet.isIcmp() ? ofIcmp(field, packet) : ABSENT;
    };
  }

  private static long ofIp(PacketField field, Packet packet) {
    return switch (field) {
      case TIME_TO_LIVE -> packet.ip().ttl();
      case IP_ID -> packet.ipVersion() == 4 ? packet.ip().identification() : ABSENT;
      case IP_PROTOCOL -> packet.protocol();
      case FRAGMENT_OFFSET -> packet.ip().fragmentOffset() / OFFSET_UNIT_BYTES;
      default -> throw notOne(field);
    };
  }

  private static long ofTcp(PacketField field, Packet packet) {
    return switch (field) {
      case TCP_SEQUENCE -> packet.tcp().sequence();
      case TCP_ACKNOWLEDGEMENT -> packet.tcp().acknowledgement();
      case TCP_WINDOW -> packet.tcp().window();
      default -> throw notOne(field);
    };
  }

  private static long ofIcmp(PacketField field, Packet packet) {
    return switch (field) {
      case ICMP_TYPE -> packet.icmp().type();
      case ICMP_CODE -> packet.icmp().code();
      case ICMP_ID -> hasId(packet) ? packet.icmp().identifier() : ABSENT;
      case ICMP_SEQUENCE -> hasId(packet) ? packet.icmp().sequence() : ABSENT;
      default -> throw notOne(field);
    };
  }

  private static boolean isTooBig(Packet packet) {
    return packet.isIcmp()
        && packet.protocol() == IpProtocol.ICMPV6
        && packet.icmp().type() == PACKET_TOO_BIG;
  }

  /** Echo, timestamp, information and address mask have both numbers; so has ICMPv6's echo. */
  private static boolean hasId(Packet packet) {
    int type = packet.icmp().type();
    return packet.protocol() == IpProtocol.ICMP
        ? type == 0 || type == 8 || (type >= 13 && type <= 18)
        : type == 128 || type == 129;
  }

  private static IllegalArgumentException notOne(PacketField field) {
    return new IllegalArgumentException("not a number of this header: " + field);
  }
}
