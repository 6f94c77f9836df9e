package org.lagroups.node.transport.lane;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.netty.buffer.Unpooled;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever comes in a stream, and in whatever pieces: the same messages, or none. */
final class FrameFuzzTest {

  /** What a reader says of a stream. */
  private static final class Heard implements FrameReader.Sink {

    private final List<String> said = new ArrayList<>();

    @Override
    public boolean message(FrameKind kind, int protocol, Bytes message) {
      assertThat(message.length()).isLessThanOrEqualTo(Framing.MAX_MESSAGE_BYTES);
      said.add("%s %d: %s".formatted(kind, protocol, message.toHex()));
      return true;
    }

    @Override
    public void unreadable(String what) {
      assertThat(what).isNotBlank();
      said.add(what);
    }
  }

  @MethodSource("streams")
  @FuzzTest(maxDuration = "30s")
  void frames(byte[] input) {
    Heard whole = new Heard();
    new FrameReader(whole).read(Unpooled.wrappedBuffer(input));
    Heard pieces = new Heard();
    FrameReader reader = new FrameReader(pieces);
    for (byte one : input) {
      reader.read(Unpooled.wrappedBuffer(new byte[] {one}));
    }
    assertThat(pieces.said).isEqualTo(whole.said);
  }

  @Test
  void shortRun() {
    ShortRun.on(streams(), this::frames);
  }

  static List<byte[]> streams() {
    HexFormat hex = HexFormat.of();
    return List.of(
        hex.parseHex("01000002aabb0200000003000001cc"),
        hex.parseHex("0100ffff00"),
        hex.parseHex("01100001aa01f0000100"),
        hex.parseHex("01010001"));
  }
}
