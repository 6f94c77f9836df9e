package org.lagroups.wormguard.packet;

/** What IP carries: ports, payload, or another packet. */
final class Transport {

  static final int TCP_BYTES = 20;
  static final int UDP_BYTES = 8;
  static final int VXLAN_PORT = 4789;

  private static final int ICMP_BYTES = 8;
  private static final int SCTP_BYTES = 12;

  private Transport() {}

  static Decoded decode(Packet packet, long at, long end) {
    return switch (packet.protocol) {
      case IpProtocol.TCP -> tcp(packet, at, end);
      case IpProtocol.UDP -> udp(packet, at, end);
      case IpProtocol.ICMP, IpProtocol.ICMPV6 -> headed(packet, at, at + ICMP_BYTES, end);
      case IpProtocol.SCTP -> sctp(packet, at, end);
      case IpProtocol.IPV4 -> tunnel(packet, Tunnel.IPV4, at, end);
      case IpProtocol.IPV6 -> tunnel(packet, Tunnel.IPV6, at, end);
      case IpProtocol.GRE -> tunnel(packet, Tunnel.GRE, at, end);
      default -> headed(packet, at, at, end);
    };
  }

  private static Decoded tcp(Packet packet, long at, long end) {
    if (end - at < TCP_BYTES) {
      return Decoded.MALFORMED;
    }
    packet.tcp().read(packet.frame, at);
    int header = packet.tcp().length();
    if (header < TCP_BYTES) {
      return Decoded.MALFORMED;
    }
    return ported(packet, at, at + header, end);
  }

  private static Decoded udp(Packet packet, long at, long end) {
    if (end - at < UDP_BYTES) {
      return Decoded.MALFORMED;
    }
    int length = Octets.u16(packet.frame, at + 4);
    if (length < UDP_BYTES || (at + length > end && !packet.cut)) {
      return Decoded.MALFORMED;
    }
    long udpEnd = Math.min(end, at + length);
    Decoded decoded = ported(packet, at, at + UDP_BYTES, udpEnd);
    if (packet.destinationPort == VXLAN_PORT) {
      packet.setTunnel(Tunnel.VXLAN, packet.payloadOffset, udpEnd);
    }
    return decoded;
  }

  private static Decoded sctp(Packet packet, long at, long end) {
    return ported(packet, at, at + SCTP_BYTES, end);
  }

  private static Decoded tunnel(Packet packet, Tunnel kind, long at, long end) {
    packet.setTunnel(kind, at, end);
    return headed(packet, at, at, end);
  }

  private static Decoded ported(Packet packet, long at, long payload, long end) {
    Decoded decoded = headed(packet, at, payload, end);
    if (decoded == Decoded.OK) {
      packet.sourcePort = Octets.u16(packet.frame, at);
      packet.destinationPort = Octets.u16(packet.frame, at + 2);
    }
    return decoded;
  }

  private static Decoded headed(Packet packet, long at, long payload, long end) {
    if (payload > end) {
      return Decoded.MALFORMED;
    }
    packet.transportOffset = at;
    packet.setPayload(payload, end);
    return Decoded.OK;
  }
}
