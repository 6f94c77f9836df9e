package org.lagroups.wormguard.engine.header;

import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.packet.FieldInRange;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.FlowSide;
import org.lagroups.wormguard.rule.packet.FragmentBits;
import org.lagroups.wormguard.rule.packet.PacketCondition;
import org.lagroups.wormguard.rule.packet.SameAddresses;
import org.lagroups.wormguard.rule.packet.TcpFlags;

/** Whether a condition about headers or the flow holds for a packet. */
public final class PacketTest {

  private PacketTest() {}

  /** Whether it holds, as far as flow bits do not matter: these are a {@link FlowBitTest}. */
  public static boolean holds(PacketCondition condition, Packet packet, FlowState flow) {
    return switch (condition) {
      case FieldInRange(var field, var range) -> {
        long number = Fields.read(field, packet);
        yield number != Fields.ABSENT && range.contains(number);
      }
      case TcpFlags flags -> packet.isTcp() && flags.matches(packet.tcp().flags());
      case FragmentBits bits -> packet.ipVersion() != 0 && bits.matches(fragmentBits(packet));
      case SameAddresses _ ->
          packet.ipVersion() != 0
              && packet.sourceHigh() == packet.destinationHigh()
              && packet.sourceLow() == packet.destinationLow();
      case FlowSide side -> isSide(side, flow);
      case FlowBits _ -> true;
    };
  }

  private static boolean isSide(FlowSide side, FlowState flow) {
    boolean isWay =
        switch (side.towards()) {
          case ANY -> true;
          case SERVER -> flow.isTowardsServer();
          case CLIENT -> flow.isTowardsClient();
        };
    return isWay
        && switch (side.state()) {
          case ANY -> true;
          case ESTABLISHED -> flow.isEstablished();
          case NOT_ESTABLISHED -> !flow.isEstablished();
        };
  }

  private static int fragmentBits(Packet packet) {
    return (packet.ip().moreFragments() ? FragmentBits.MORE : 0)
        | (packet.ip().dontFragment() ? FragmentBits.DONT : 0)
        | (packet.ip().reservedBit() ? FragmentBits.RESERVED : 0);
  }
}
