package org.lagroups.wormguard.learn.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.wormguard.capture.live.FrameHandler;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.capture.live.Polled;
import org.lagroups.wormguard.packet.LinkType;

/** Captures what is sent among the addresses 127.77.0.0/16. Skips the test where it may not. */
final class LoopbackCapture implements AutoCloseable {

  private static final byte[] NETWORK = {127, 77};
  private static final int SOURCE_AT = 26;
  private static final int DESTINATION_AT = 30;
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final LiveCapture capture;
  private final Thread poller;
  private final List<Frame> frames = new ArrayList<>();

  /** A frame with its time. */
  record Frame(Bytes bytes, long nanos) {

    void giveTo(FrameHandler handler) {
      byte[] array = bytes.toArray();
      handler.take(
          MemorySegment.ofArray(array), 0, array.length, array.length, LinkType.ETHERNET, nanos);
    }
  }

  LoopbackCapture() {
    LiveCapture.Opening opening = LiveCapture.open(LiveSettings.of("lo").incoming());
    assumeThat(opening)
        .as("interfaces cannot be captured from here")
        .isInstanceOf(LiveCapture.Opening.Opened.class);
    capture = ((LiveCapture.Opening.Opened) opening).capture();
    poller = Thread.ofPlatform().start(this::poll);
  }

  /** All frames so far; then there will be no more. */
  List<Frame> end() throws InterruptedException {
    Thread.sleep(200); // The kernel gathers frames for some milliseconds.
    capture.stop();
    assertThat(poller.join(PATIENCE)).isTrue();
    return frames;
  }

  @Override
  public void close() {
    capture.close();
  }

  private void poll() {
    while (capture.poll(this::take) instanceof Polled.Taken) {
      // Until it is stopped.
    }
  }

  private void take(
      MemorySegment memory, long offset, int captured, int wire, LinkType link, long nanos) {
    byte[] bytes = memory.asSlice(offset, captured).toArray(ValueLayout.JAVA_BYTE);
    if (captured > DESTINATION_AT + 4
        && isOurs(bytes, SOURCE_AT)
        && isOurs(bytes, DESTINATION_AT)) {
      frames.add(new Frame(Bytes.wrapOwned(bytes), nanos));
    }
  }

  private static boolean isOurs(byte[] bytes, int at) {
    return bytes[at] == NETWORK[0] && bytes[at + 1] == NETWORK[1];
  }
}
