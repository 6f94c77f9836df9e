package org.lagroups.wormguard.capture.live;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.packet.LinkType;

/** Takes frames one after another, as {@code PacketUnpacker.open} does. */
@FunctionalInterface
public interface FrameHandler {

  /**
   * Takes a frame.
   *
   * @param memory native memory that holds it until this returns
   * @param offset where it begins
   * @param captured how many of its bytes there are
   * @param wire how many bytes it had on the wire
   * @param link what it begins with
   * @param nanos when it came, in nanoseconds since 1970
   */
  void take(MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos);
}
