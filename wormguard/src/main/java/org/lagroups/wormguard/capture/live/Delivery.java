package org.lagroups.wormguard.capture.live;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.sql.Timestamp;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.packet.LinkType;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.RawPacketListener;

/**
 * Hands over what one poll brings. What the handler throws is kept until the poll is over: it would
 * be lost on its way through native code.
 */
final class Delivery implements RawPacketListener {

  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long MILLIS_PER_SECOND = 1_000;

  private final PcapHandle handle;
  private final MemorySegment memory;
  private final LinkType link;
  private final FrameHandler handler;
  private @Nullable RuntimeException exception;
  private @Nullable Error error;

  Delivery(PcapHandle handle, MemorySegment memory, LinkType link, FrameHandler handler) {
    this.handle = handle;
    this.memory = memory;
    this.link = link;
    this.handler = handler;
  }

  @Override
  public void gotPacket(byte[] bytes) {
    if (exception != null || error != null) {
      return;
    }
    try {
      MemorySegment.copy(bytes, 0, memory, ValueLayout.JAVA_BYTE, 0, bytes.length);
      handler.take(memory, 0, bytes.length, handle.getOriginalLength(), link, nanos());
    } catch (RuntimeException e) {
      exception = e;
      stop();
    } catch (Error e) {
      error = e;
      stop();
    }
  }

  /** Throws what the handler threw. */
  void rethrow() {
    if (exception != null) {
      throw exception;
    }
    if (error != null) {
      throw error;
    }
  }

  private long nanos() {
    Timestamp time = handle.getTimestamp();
    return Math.floorDiv(time.getTime(), MILLIS_PER_SECOND) * NANOS_PER_SECOND + time.getNanos();
  }

  private void stop() {
    try {
      handle.breakLoop();
    } catch (NotOpenException e) {
      throw new IllegalStateException("closed while it was polled", e);
    }
  }
}
