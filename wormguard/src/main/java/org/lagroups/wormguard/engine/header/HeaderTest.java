package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Endpoint;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Protocol;

/** Whether a packet is one of those that a rule's header is about. Immutable. */
public final class HeaderTest {

  private final Header header;
  private final boolean hasPorts;

  /** For a header. */
  public HeaderTest(Header header) {
    this.header = header;
    this.hasPorts =
        switch (header.protocol()) {
          case ICMP, ICMPV4, ICMPV6 -> false;
          case IP, IPV4, IPV6, TCP, TCP_PACKET, TCP_STREAM, UDP -> true;
        };
  }

  /** Whether the header says something of ports. */
  public boolean asksForPorts() {
    return hasPorts && !(header.source().ports().isAny() && header.destination().ports().isAny());
  }

  /** Whether it is about this packet. */
  public boolean holds(Packet packet) {
    return isProtocol(header.protocol(), packet)
        && (isForward(packet) || (header.direction() == Direction.BOTH && isBackward(packet)));
  }

  private boolean isForward(Packet packet) {
    return isSource(header.source(), packet) && isDestination(header.destination(), packet);
  }

  private boolean isBackward(Packet packet) {
    return isSource(header.destination(), packet) && isDestination(header.source(), packet);
  }

  private boolean isSource(Endpoint end, Packet packet) {
    return isPort(end, packet, packet.sourcePort())
        && end.addresses().contains(packet.sourceHigh(), packet.sourceLow());
  }

  private boolean isDestination(Endpoint end, Packet packet) {
    return isPort(end, packet, packet.destinationPort())
        && end.addresses().contains(packet.destinationHigh(), packet.destinationLow());
  }

  /** A packet without ports is at none of those that a rule names. */
  private boolean isPort(Endpoint end, Packet packet, int port) {
    return !hasPorts || end.ports().isAny() || (hasPorts(packet) && end.ports().contains(port));
  }

  private static boolean hasPorts(Packet packet) {
    return packet.isTcp()
        || packet.isUdp()
        || (packet.protocol() == IpProtocol.SCTP && packet.transportOffset() >= 0);
  }

  private static boolean isProtocol(Protocol protocol, Packet packet) {
    return switch (protocol) {
      case IP -> packet.ipVersion() != 0;
      case IPV4 -> packet.ipVersion() == 4;
      case IPV6 -> packet.ipVersion() == 6;
      case TCP, TCP_PACKET, TCP_STREAM -> packet.isTcp();
      case UDP -> packet.isUdp();
      case ICMP -> packet.isIcmp();
      case ICMPV4 -> packet.isIcmp() && packet.protocol() == IpProtocol.ICMP;
      case ICMPV6 -> packet.isIcmp() && packet.protocol() == IpProtocol.ICMPV6;
    };
  }
}
