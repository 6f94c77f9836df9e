package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;

/** Gives IP packets to an unpacker and notes all that it finds in each. */
final class Unpacking {

  final PacketUnpacker unpacker;
  long nanos = 1_700_000_000_000_000_000L;

  Unpacking(ReassemblySettings settings) {
    this.unpacker = new PacketUnpacker(settings);
  }

  Packet packet() {
    return unpacker.packet();
  }

  FragmentCounts counts() {
    return unpacker.reassembler().counts();
  }

  /** What was found in each packet that a frame holds. */
  List<Decoded> take(Bytes packet) {
    byte[] bytes = packet.toArray();
    List<Decoded> found = new ArrayList<>();
    unpacker.open(MemorySegment.ofArray(bytes), 0, bytes.length, bytes.length, LinkType.RAW, nanos);
    do {
      found.add(unpacker.decoded());
    } while (unpacker.next());
    return found;
  }

  /** What was found in the last of several frames. */
  List<Decoded> takeAll(List<Bytes> packets) {
    List<Decoded> found = List.of();
    for (Bytes packet : packets) {
      found = take(packet);
    }
    return found;
  }

  byte[] payload() {
    return packet()
        .frame()
        .asSlice(packet().payloadOffset(), packet().payloadLength())
        .toArray(ValueLayout.JAVA_BYTE);
  }
}
