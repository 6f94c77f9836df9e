package org.lagroups.wormguard.engine;

import org.lagroups.wormguard.engine.header.HeaderTest;
import org.lagroups.wormguard.rule.Protocol;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.FlowSide;
import org.lagroups.wormguard.rule.packet.FlowSide.Unit;
import org.lagroups.wormguard.rule.packet.PacketCondition;
import org.lagroups.wormguard.rule.payload.Buffer;
import org.lagroups.wormguard.rule.payload.Condition;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.rule.payload.Operand;
import org.lagroups.wormguard.rule.payload.Place;

/**
 * What a rule is judged on.
 *
 * @param inStream on what streams carry
 * @param inPackets on each packet by itself, even if its payload comes in a stream, too
 * @param inLonePackets on each packet whose payload comes in no stream
 * @param oncePerDirection only on the first packet of a flow in each direction
 */
record Scope(boolean inStream, boolean inPackets, boolean inLonePackets, boolean oncePerDirection) {

  private static final Scope FIRST_PACKETS = new Scope(false, true, true, true);
  private static final Scope PACKETS = new Scope(false, true, true, false);
  private static final Scope STREAM = new Scope(true, false, false, false);
  private static final Scope STREAM_OR_LONE_PACKETS = new Scope(true, false, true, false);
  private static final Scope BOTH = new Scope(true, true, true, false);

  static Scope of(Rule rule, HeaderTest header) {
    if (rule.buffer() != Buffer.PAYLOAD) {
      return PACKETS;
    }
    Unit unit = unit(rule);
    if (rule.header().protocol() == Protocol.TCP_STREAM || unit == Unit.STREAM) {
      return STREAM;
    }
    if (rule.payloadConditions().isEmpty()) {
      boolean saysMore = header.asksForPorts() || !rule.packetConditions().isEmpty();
      return saysMore ? PACKETS : FIRST_PACKETS;
    }
    if (unit == Unit.PACKET || !mayBeInStream(rule)) {
      return PACKETS;
    }
    return rule.payloadConditions().stream().anyMatch(Scope::isPlaced)
        ? BOTH
        : STREAM_OR_LONE_PACKETS;
  }

  private static Unit unit(Rule rule) {
    for (PacketCondition condition : rule.packetConditions()) {
      if (condition instanceof FlowSide side && side.unit() != Unit.ANY) {
        return side.unit();
      }
    }
    return Unit.ANY;
  }

  /** A stream has no header that a condition could be about. */
  private static boolean mayBeInStream(Rule rule) {
    boolean isTcp =
        switch (rule.header().protocol()) {
          case IP, IPV4, IPV6, TCP, TCP_STREAM -> true;
          case TCP_PACKET, UDP, ICMP, ICMPV4, ICMPV6 -> false;
        };
    return isTcp
        && rule.packetConditions().stream()
            .allMatch(condition -> condition instanceof FlowSide || condition instanceof FlowBits);
  }

  /** Whether a place is counted from the start, which a packet has as well as a stream. */
  private static boolean isPlaced(Condition condition) {
    return condition instanceof Content content
        && content.place() instanceof Place.FromStart(var offset, var depth)
        && (depth.isPresent() || !offset.equals(Operand.ZERO));
  }
}
