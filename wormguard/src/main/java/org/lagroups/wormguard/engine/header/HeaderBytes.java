package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.payload.Buffer;

/** Where in a packet's frame the headers are that rules may look into. */
public final class HeaderBytes {

  private static final int UDP_BYTES = 8;

  private HeaderBytes() {}

  /** Where a header begins; whatever, if the packet has none. */
  public static long start(Buffer buffer, Packet packet) {
    return switch (buffer) {
      case PAYLOAD -> packet.payloadOffset();
      case IPV4_HEADER, IPV6_HEADER -> packet.networkOffset();
      case ICMPV4_HEADER, ICMPV6_HEADER, TCP_HEADER, UDP_HEADER -> packet.transportOffset();
    };
  }

  /** How many bytes it has; 0 if the packet has none. */
  public static long length(Buffer buffer, Packet packet) {
    return switch (buffer) {
      case PAYLOAD -> packet.payloadLength();
      case IPV4_HEADER -> packet.ipVersion() == 4 ? packet.ip().length() : 0;
      case IPV6_HEADER -> packet.ipVersion() == 6 ? extended(packet) : 0;
      case ICMPV4_HEADER -> icmp(packet, IpProtocol.ICMP);
      case ICMPV6_HEADER -> icmp(packet, IpProtocol.ICMPV6);
      case TCP_HEADER -> packet.isTcp() ? packet.payloadOffset() - packet.transportOffset() : 0;
      case UDP_HEADER -> packet.isUdp() ? UDP_BYTES : 0;
    };
  }

  /** Up to what IP carries, or to the data of a fragment. */
  private static long extended(Packet packet) {
    long end = packet.transportOffset() >= 0 ? packet.transportOffset() : packet.payloadOffset();
    return Math.max(0, end - packet.networkOffset());
  }

  private static long icmp(Packet packet, int protocol) {
    return packet.isIcmp() && packet.protocol() == protocol ? packet.icmp().length() : 0;
  }
}
