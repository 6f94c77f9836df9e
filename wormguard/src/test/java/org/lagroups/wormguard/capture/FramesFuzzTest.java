package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketDecoder;

/** Whatever a file holds: no exception, and frames that lie one behind the other within it. */
class FramesFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void files(byte[] input) {
    Frames frames = Frames.of(MemorySegment.ofArray(input));
    PacketDecoder decoder = new PacketDecoder();
    Packet packet = new Packet();
    long end = 0;
    while (next(frames)) {
      assertThat(frames.offset()).isGreaterThanOrEqualTo(end);
      assertThat(frames.capturedLength()).isBetween(0, Frames.MAX_FRAME_BYTES);
      assertThat(frames.wireLength()).isGreaterThanOrEqualTo(frames.capturedLength());
      assertThat(frames.nanos()).isBetween(0L, Frames.MAX_SECONDS * Frames.NANOS_PER_SECOND);
      end = frames.offset() + frames.capturedLength();
      assertThat(frames.position()).isBetween(end, (long) input.length);
      frames.decode(decoder, packet);
    }
    assertThat(frames.damage().isPresent() || frames.position() == input.length).isTrue();
    frames
        .damage()
        .ifPresent(damage -> assertThat(damage.offset()).isBetween(0L, (long) input.length));
    assertThat(decoder.frames().total()).isEqualTo(frames.count());
    assertThat(frames.next()).isFalse();
    assertThat(frames.isNextAtHand()).isFalse();
  }

  /** Goes on, after a look at what that would do. */
  private static boolean next(Frames frames) {
    long position = frames.position();
    boolean isAtHand = frames.isNextAtHand();
    assertThat(frames.position()).isEqualTo(position);
    boolean isThere = frames.next();
    assertThat(isThere || !isAtHand || frames.damage().isPresent()).isTrue();
    return isThere;
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::files);
  }

  static List<byte[]> samples() {
    return CaptureBytes.samples();
  }
}
