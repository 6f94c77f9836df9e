package org.lagroups.scenarios.guard;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.lagroups.scenarios.netlab.Passage;
import org.lagroups.scenarios.process.Background;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;
import org.lagroups.scenarios.process.Orders;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.capture.live.Polled;

/**
 * A host that sends frames as they are, and tells which {@link RawFrame}s come: {@code send HEX},
 * and {@code came}, answered by the frame or by {@code nothing}.
 */
public final class FrameHost {

  private static final long PATIENCE_MILLIS = 1_500;
  private static final int SOURCE_AT = 6;
  private static final byte[] SOURCE = HexFormat.ofDelimiter(":").parseHex(RawFrame.SOURCE);

  private final LiveCapture capture;
  private final LinkedBlockingQueue<String> frames = new LinkedBlockingQueue<>();

  private FrameHost(LiveCapture capture) {
    this.capture = capture;
    Background.start("frames", this::take);
  }

  /** Starts one inside a host. */
  static ObedientProcess start(UnaryOperator<List<String>> inside) {
    return ObedientProcess.start(inside.apply(JavaCommand.of(FrameHost.class, 128)));
  }

  /** Runs until the input ends. */
  public static void main(String[] args) throws Exception {
    LiveSettings settings = LiveSettings.of(Passage.OUTWARD).incoming();
    switch (LiveCapture.open(settings)) {
      case LiveCapture.Opening.Opened(LiveCapture capture) ->
          Orders.take(new FrameHost(capture)::obey);
      case LiveCapture.Opening.Refused(String why) -> throw new IllegalStateException(why);
    }
  }

  private String obey(String[] order) throws InterruptedException {
    return switch (order[0]) {
      case "send" -> send(HexFormat.of().parseHex(order[1]));
      case "came" -> {
        String frame = frames.poll(PATIENCE_MILLIS, TimeUnit.MILLISECONDS);
        yield frame == null ? "nothing" : frame;
      }
      default -> Orders.unknown(order);
    };
  }

  private String send(byte[] frame) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment memory = arena.allocateFrom(ValueLayout.JAVA_BYTE, frame);
      return capture.send(memory, 0, frame.length).orElse("sent");
    }
  }

  private void take() {
    while (!(capture.poll(
            (memory, offset, captured, _, _, _) ->
                came(memory.asSlice(offset, captured).toArray(ValueLayout.JAVA_BYTE)))
        instanceof Polled.Failed)) {
      // Until the interface is gone.
    }
  }

  private void came(byte[] frame) {
    if (frame.length >= SOURCE_AT + SOURCE.length
        && Arrays.equals(frame, SOURCE_AT, SOURCE_AT + SOURCE.length, SOURCE, 0, SOURCE.length)) {
      frames.add(HexFormat.of().formatHex(frame));
    }
  }
}
