package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;
import org.lagroups.wormguard.packet.Tunnel;

/**
 * Goes over all the packets of a frame: its own first, then, if that is the last missing fragment
 * of another, the whole of it, and then whatever these carry.
 *
 * <pre>{@code
 * unpacker.open(memory, offset, captured, wire, link, nanos);
 * do {
 *   judge(unpacker.decoded(), unpacker.packet());
 * } while (unpacker.next());
 * }</pre>
 */
public final class PacketUnpacker {

  private final PacketDecoder decoder = new PacketDecoder();
  private final Packet packet = new Packet();
  private final Reassembler reassembler;
  private Decoded decoded = Decoded.NOT_IP;

  /** With nothing kept yet. */
  public PacketUnpacker(ReassemblySettings settings) {
    this.reassembler = new Reassembler(settings);
  }

  /** Decodes a frame; the parameters are those of {@link PacketDecoder#decode}. */
  public Decoded open(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    decoded = decoder.decode(frame, offset, captured, wire, link, nanos, packet);
    return decoded;
  }

  /**
   * Goes on to the next packet of the frame.
   *
   * @return false if there is none; {@link #packet()} is then the last one still
   */
  public boolean next() {
    if (decoded == Decoded.FRAGMENT) {
      if (!reassembler.add(packet)) {
        return false;
      }
      decoded = decoder.decodeReassembled(reassembler.whole(), reassembler.wholeLength(), packet);
      return true;
    }
    if (packet.tunnel() == Tunnel.NONE) {
      return false;
    }
    decoded = decoder.decodeInner(packet);
    return true;
  }

  /** This packet. */
  public Packet packet() {
    return packet;
  }

  /** What came of decoding it. */
  public Decoded decoded() {
    return decoded;
  }

  /** What decodes. */
  public PacketDecoder decoder() {
    return decoder;
  }

  /** What keeps the fragments. */
  public Reassembler reassembler() {
    return reassembler;
  }
}
