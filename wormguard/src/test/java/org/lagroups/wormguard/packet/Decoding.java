package org.lagroups.wormguard.packet;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.lagroups.wormguard.testing.PacketBytes;

/** A decoder with its packet, for tests that look at one packet after another. */
final class Decoding {

  static final long NANOS = 1_700_000_000_123_456_789L;

  final PacketDecoder decoder = new PacketDecoder();
  final Packet packet = new Packet();

  Decoded ethernet(int type, byte[] inside) {
    return decode(LinkType.ETHERNET, PacketBytes.ethernet(type, inside));
  }

  Decoded ipv4(int protocol, byte[] inside) {
    return ethernet(
        PacketBytes.TYPE_IPV4, PacketBytes.ipv4(PacketBytes.A4, PacketBytes.B4, protocol, inside));
  }

  Decoded ipv6(int next, byte[] inside) {
    return ethernet(
        PacketBytes.TYPE_IPV6, PacketBytes.ipv6(PacketBytes.A6, PacketBytes.B6, next, inside));
  }

  Decoded decode(LinkType link, byte[] frame) {
    return decode(link, frame, frame.length);
  }

  /** At an odd place within larger memory, so that whoever forgets the offset is found out. */
  Decoded decode(LinkType link, byte[] frame, int captured) {
    byte[] memory = new byte[frame.length + 7];
    System.arraycopy(frame, 0, memory, 3, frame.length);
    return decoder.decode(
        MemorySegment.ofArray(memory), 3, captured, frame.length, link, NANOS, packet);
  }

  Decoded inner() {
    return decoder.decodeInner(packet);
  }

  byte[] payload() {
    return packet
        .frame()
        .asSlice(packet.payloadOffset(), packet.payloadLength())
        .toArray(ValueLayout.JAVA_BYTE);
  }
}
