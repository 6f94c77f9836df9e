package org.lagroups.wormguard.packet;

import java.lang.foreign.MemorySegment;

/**
 * Finds the headers in a frame: link layer and VLAN tags, IP, what IP carries.
 *
 * <p>A packet inside another is decoded when asked for:
 *
 * <pre>{@code
 * Decoded decoded = decoder.decode(memory, offset, captured, wire, link, nanos, packet);
 * judge(decoded, packet);
 * while (packet.tunnel() != Tunnel.NONE) {
 *   decoded = decoder.decodeInner(packet);
 *   judge(decoded, packet);
 * }
 * }</pre>
 *
 * <p>That ends, since at most {@link #MAX_LAYERS} packets inside each other are followed.
 */
public final class PacketDecoder {

  /** The most packets inside each other, the outermost and reassembled ones included. */
  public static final int MAX_LAYERS = 8;

  private final DecodeCounts frames = new DecodeCounts();
  private final DecodeCounts inner = new DecodeCounts();

  /**
   * Decodes a frame.
   *
   * @param frame where it lies; kept by the packet
   * @param offset where it begins
   * @param captured how many of its bytes there are; all of them within {@code frame}
   * @param wire how many bytes it had on the wire
   * @param link what it begins with
   * @param nanos when it came, in nanoseconds since 1970
   * @param into what is filled
   */
  public Decoded decode(
      MemorySegment frame,
      long offset,
      int captured,
      int wire,
      LinkType link,
      long nanos,
      Packet into) {
    into.clearLayer();
    into.frame = frame;
    into.frameOffset = offset;
    into.captured = captured;
    into.wire = wire;
    into.link = link;
    into.nanos = nanos;
    into.layer = 0;
    into.reassembled = false;
    into.carriers.clear();
    return frames.counted(LinkLayer.decode(into, link, offset, offset + captured));
  }

  /**
   * Goes on to the packet inside; only where {@link Packet#tunnel()} says that there may be one.
   */
  public Decoded decodeInner(Packet packet) {
    Tunnel tunnel = packet.tunnel;
    if (++packet.layer >= MAX_LAYERS) {
      packet.clearLayer();
      return inner.counted(Decoded.TOO_DEEP);
    }
    packet.carriers.add(packet);
    packet.clearLayer();
    return inner.counted(Tunnels.decode(packet, tunnel, packet.tunnelOffset, packet.tunnelEnd));
  }

  /**
   * Goes on to the IP packet that a fragment was the last missing part of. Time, link and VLANs
   * stay those of that fragment.
   *
   * @param datagram where the whole packet lies, from its beginning; kept by the packet
   * @param length the bytes of the whole packet
   * @param packet the fragment
   */
  public Decoded decodeReassembled(MemorySegment datagram, int length, Packet packet) {
    int vlans = packet.vlanCount;
    packet.clearLayer();
    packet.vlanCount = vlans;
    packet.frame = datagram;
    packet.frameOffset = 0;
    packet.captured = length;
    packet.wire = length;
    packet.reassembled = true;
    if (++packet.layer >= MAX_LAYERS) {
      return inner.counted(Decoded.TOO_DEEP);
    }
    return inner.counted(LinkLayer.decode(packet, LinkType.RAW, 0, length));
  }

  /** What came of frames. */
  public DecodeCounts frames() {
    return frames;
  }

  /** What came of packets inside others and of reassembled ones. */
  public DecodeCounts inner() {
    return inner;
  }
}
