package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.packet.IpProtocol;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Direction;
import org.lagroups.wormguard.rule.Header;
import org.lagroups.wormguard.rule.Protocol;

/** Whether a packet is one of those that a rule's header is about. Immutable. */
public final class HeaderTest {

  private final Protocol protocol;
  private final boolean isBothWays;
  private final EndTest source;
  private final EndTest destination;

  /** For a header. */
  public HeaderTest(Header header) {
    this.protocol = header.protocol();
    this.isBothWays = header.direction() == Direction.BOTH;
    boolean hasPorts =
        switch (protocol) {
          case ICMP, ICMPV4, ICMPV6 -> false;
          case IP, IPV4, IPV6, TCP, TCP_PACKET, TCP_STREAM, UDP -> true;
        };
    this.source = new EndTest(header.source(), hasPorts);
    this.destination = new EndTest(header.destination(), hasPorts);
  }

  /** Whether the header says something of ports. */
  public boolean asksForPorts() {
    return !(source.isAnyPort() && destination.isAnyPort());
  }

  /** Whether it is about this packet. */
  public boolean holds(Packet packet) {
    if (!isProtocol(packet)) {
      return false;
    }
    boolean hasPorts = hasPorts(packet);
    return (isFrom(source, packet, hasPorts) && isTo(destination, packet, hasPorts))
        || (isBothWays && isFrom(destination, packet, hasPorts) && isTo(source, packet, hasPorts));
  }

  private static boolean isFrom(EndTest end, Packet packet, boolean hasPorts) {
    return end.holds(packet.sourceHigh(), packet.sourceLow(), hasPorts, packet.sourcePort());
  }

  private static boolean isTo(EndTest end, Packet packet, boolean hasPorts) {
    return end.holds(
        packet.destinationHigh(), packet.destinationLow(), hasPorts, packet.destinationPort());
  }

  private static boolean hasPorts(Packet packet) {
    return packet.isTcp()
        || packet.isUdp()
        || (packet.protocol() == IpProtocol.SCTP && packet.transportOffset() >= 0);
  }

  private boolean isProtocol(Packet packet) {
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
