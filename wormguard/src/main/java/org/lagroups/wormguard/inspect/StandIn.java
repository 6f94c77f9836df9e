package org.lagroups.wormguard.inspect;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.Direction;
import org.lagroups.wormguard.flow.FlowTable;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Octets;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.TcpHeader;

/**
 * Makes a packet to judge a stream by that no packet of its direction is there for: one of its
 * flow, with headers and nothing in it. That is so where the other side's packet, or the end of the
 * flow, makes bytes known that had waited.
 */
final class StandIn {

  private static final int IPV4_BYTES = 20;
  private static final int IPV6_BYTES = 40;
  private static final int TCP_BYTES = 20;
  private static final int TCP = 6;
  private static final int TTL = 64;
  private static final long IPV4_FIRST_BYTE = 0x45;
  private static final long IPV6_FIRST_BYTE = 0x60;

  private final MemorySegment frame = Arena.ofAuto().allocate(IPV6_BYTES + TCP_BYTES, Long.BYTES);
  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();

  /** A packet of a flow; the last one does not hold any more. */
  Packet of(FlowTable table, int flow, Direction way, long nanos) {
    boolean isV4 = table.ipVersion(flow) == 4;
    frame.fill((byte) 0);
    int header = isV4 ? IPV4_BYTES : IPV6_BYTES;
    if (isV4) {
      putIpv4(table, flow, way);
    } else {
      putIpv6(table, flow, way);
    }
    boolean toServer = way == Direction.TO_SERVER;
    Octets.put16(frame, header, toServer ? table.clientPort(flow) : table.serverPort(flow));
    Octets.put16(frame, header + 2L, toServer ? table.serverPort(flow) : table.clientPort(flow));
    Octets.put8(frame, header + 12L, (TCP_BYTES / Integer.BYTES) << 4);
    Octets.put8(frame, header + 13L, TcpHeader.ACK);
    int length = header + TCP_BYTES;
    decoder.decode(frame, 0, length, length, LinkType.RAW, nanos, packet);
    return packet;
  }

  private void putIpv4(FlowTable table, int flow, Direction way) {
    boolean toServer = way == Direction.TO_SERVER;
    put(0, IPV4_FIRST_BYTE, 1);
    put(2, IPV4_BYTES + TCP_BYTES, 2);
    put(8, TTL, 1);
    put(9, TCP, 1);
    put(12, toServer ? table.clientLow(flow) : table.serverLow(flow), 4);
    put(16, toServer ? table.serverLow(flow) : table.clientLow(flow), 4);
  }

  private void putIpv6(FlowTable table, int flow, Direction way) {
    boolean toServer = way == Direction.TO_SERVER;
    put(0, IPV6_FIRST_BYTE, 1);
    put(4, TCP_BYTES, 2);
    put(6, TCP, 1);
    put(7, TTL, 1);
    put(8, toServer ? table.clientHigh(flow) : table.serverHigh(flow), 8);
    put(16, toServer ? table.clientLow(flow) : table.serverLow(flow), 8);
    put(24, toServer ? table.serverHigh(flow) : table.clientHigh(flow), 8);
    put(32, toServer ? table.serverLow(flow) : table.clientLow(flow), 8);
  }

  private void put(long at, long value, int bytes) {
    for (int i = 0; i < bytes; i++) {
      Octets.put8(frame, at + i, (int) (value >>> (8 * (bytes - 1 - i))));
    }
  }
}
