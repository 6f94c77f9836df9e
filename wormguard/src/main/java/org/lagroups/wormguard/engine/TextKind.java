package org.lagroups.wormguard.engine;

import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Protocol;

/** What is judged; each kind has rules of its own. */
enum TextKind {
  /** A part of a TCP stream, and a TCP packet whose payload comes in a stream, too. */
  STREAMED_TCP,
  /** A TCP packet whose payload comes in no stream. */
  LONE_TCP,
  /** A UDP packet. */
  UDP,
  /** An ICMP packet, of either version. */
  ICMP,
  /** Any other packet. */
  OTHER;

  /** That of a packet. */
  static TextKind of(Packet packet, boolean isStreamed) {
    if (packet.isTcp()) {
      return isStreamed ? STREAMED_TCP : LONE_TCP;
    }
    if (packet.isUdp()) {
      return UDP;
    }
    return packet.isIcmp() ? ICMP : OTHER;
  }

  /** Whether all packets of this kind have ports. */
  boolean hasPorts() {
    return switch (this) {
      case STREAMED_TCP, LONE_TCP, UDP -> true;
      case ICMP, OTHER -> false;
    };
  }

  /** Whether a rule may hold for this. */
  boolean concerns(Protocol protocol, Scope scope) {
    boolean isScope =
        switch (this) {
          case STREAMED_TCP -> scope.inStream() || scope.inPackets();
          case LONE_TCP, UDP, ICMP, OTHER -> scope.inLonePackets();
        };
    return isScope
        && switch (protocol) {
          case IP, IPV4, IPV6 -> true;
          case TCP, TCP_PACKET, TCP_STREAM -> this == STREAMED_TCP || this == LONE_TCP;
          case UDP -> this == UDP;
          case ICMP, ICMPV4, ICMPV6 -> this == ICMP;
        };
  }
}
