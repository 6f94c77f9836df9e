package org.lagroups.wormguard.capture.live;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import org.lagroups.wormguard.capture.Frames;
import org.lagroups.wormguard.packet.LinkType;
import org.pcap4j.core.NotOpenException;
import org.pcap4j.core.PcapHandle;
import org.pcap4j.core.PcapNativeException;
import org.pcap4j.core.PcapStat;

/** Frames at a network interface. */
public final class LiveCapture implements AutoCloseable {

  private static final int ALL_THERE_ARE = -1;

  private final PcapHandle handle;
  private final LinkType link;
  private final byte[] outgoing = new byte[Frames.MAX_FRAME_BYTES];
  private final MemorySegment memory = Arena.ofAuto().allocate(Frames.MAX_FRAME_BYTES, Long.BYTES);

  LiveCapture(PcapHandle handle) {
    this.handle = handle;
    this.link = LinkType.of(handle.getDlt().value());
  }

  /** What came of opening an interface. */
  public sealed interface Opening {

    /** Frames are being gathered. To be closed. */
    record Opened(LiveCapture capture) implements Opening {}

    /**
     * It cannot be opened.
     *
     * @param why what is wrong and what to do, for people
     */
    record Refused(String why) implements Opening {}
  }

  /** Opens an interface, which takes the right to do so; nothing that is sent later does. */
  public static Opening open(LiveSettings settings) {
    return LiveOpening.open(settings);
  }

  /** What frames of this interface begin with. */
  public LinkType link() {
    return link;
  }

  /**
   * Waits for frames and hands over all that there are. One thread.
   *
   * <p>Where no frame comes, this may wait for as long as that lasts; {@link #stop} ends it. What
   * {@code handler} throws ends it too, and comes out of here.
   */
  public Polled poll(FrameHandler handler) {
    Delivery delivery = new Delivery(handle, memory, link, handler);
    try {
      int count = handle.dispatch(ALL_THERE_ARE, delivery);
      delivery.rethrow();
      return new Polled.Taken(count);
    } catch (InterruptedException _) {
      delivery.rethrow();
      return new Polled.Stopped();
    } catch (PcapNativeException e) {
      return new Polled.Failed(LiveOpening.message(e));
    } catch (NotOpenException _) {
      return new Polled.Stopped();
    }
  }

  /**
   * Sends a frame from this interface, as it is. The thread that polls, or another.
   *
   * @return why it could not be sent, if it could not
   */
  public synchronized Optional<String> send(MemorySegment frame, long offset, int length) {
    if (length < 1 || length > outgoing.length) {
      throw new IllegalArgumentException(length + " bytes are no frame");
    }
    MemorySegment.copy(frame, ValueLayout.JAVA_BYTE, offset, outgoing, 0, length);
    try {
      handle.sendPacket(outgoing, length);
      return Optional.empty();
    } catch (PcapNativeException e) {
      return Optional.of(LiveOpening.message(e));
    } catch (NotOpenException _) {
      return Optional.of("this capture was closed");
    }
  }

  /** What the system counted, if it can still tell. */
  public Optional<LiveCounts> counts() {
    try {
      PcapStat stat = handle.getStats();
      return Optional.of(
          new LiveCounts(
              stat.getNumPacketsReceived(),
              stat.getNumPacketsDropped(),
              stat.getNumPacketsDroppedByIf()));
    } catch (PcapNativeException | NotOpenException _) {
      return Optional.empty();
    }
  }

  /** Ends the poll that is going on, or else the next one. Any thread. */
  public void stop() {
    try {
      handle.breakLoop();
    } catch (NotOpenException _) {
      // Closed already, and nobody polls what is closed.
    }
  }

  /** Gives the interface back. Not while another thread polls: {@link #stop} it before. */
  @Override
  public void close() {
    handle.close();
  }
}
