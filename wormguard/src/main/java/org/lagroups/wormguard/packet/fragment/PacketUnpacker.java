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
  private final Packet own = new Packet();
  private final Reassembler reassembler;
  private Packet packet = own;
  private Decoded decoded = Decoded.NOT_IP;

  /** With nothing kept yet. */
  public PacketUnpacker(ReassemblySettings settings) {
    this.reassembler = new Reassembler(settings);
  }

  /** Decodes a frame; the parameters are those of {@link PacketDecoder#decode}. */
  public Decoded open(
      MemorySegment frame, long offset, int captured, int wire, LinkType link, long nanos) {
    turnTo(own, decoder.decode(frame, offset, captured, wire, link, nanos, own));
    return decoded;
  }

  /**
   * Turns to a frame that was decoded before, by {@link #decoder()}.
   *
   * @param first its own packet, which is filled with what it carries as this goes on
   * @param itsDecoded what came of decoding it
   */
  public void turnTo(Packet first, Decoded itsDecoded) {
    packet = first;
    decoded = itsDecoded;
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
