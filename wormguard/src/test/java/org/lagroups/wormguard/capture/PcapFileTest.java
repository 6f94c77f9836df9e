package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.wormguard.packet.LinkType;

class PcapFileTest {

  private static final long NANOS = 1_700_000_000_123_456_789L;

  @TempDir private Path folder;

  @Test
  void readsWhatItHasWritten() throws IOException {
    Path path = folder.resolve("three.pcap");
    byte[] frame = new byte[Frames.MAX_FRAME_BYTES + 3];
    new SplittableRandom(1).nextBytes(frame);
    MemorySegment memory = MemorySegment.ofArray(frame);
    try (PcapWriter writer = PcapWriter.create(path, LinkType.LINUX_COOKED_2)) {
      writer.write(memory, 3, 60, 1_500, NANOS);
      writer.write(memory, 3, Frames.MAX_FRAME_BYTES, Frames.MAX_FRAME_BYTES, NANOS + 1);
      writer.write(memory, 0, 0, 0, 0);
    }

    try (PcapFile file = opened(path)) {
      Frames frames = file.frames();
      assertThat(frames.next()).isTrue();
      assertThat(frames.link()).isEqualTo(LinkType.LINUX_COOKED_2);
      assertThat(frames.nanos()).isEqualTo(NANOS);
      assertThat(frames.capturedLength()).isEqualTo(60);
      assertThat(frames.wireLength()).isEqualTo(1_500);
      assertThat(bytes(frames)).isEqualTo(memory.asSlice(3, 60).toArray(ValueLayout.JAVA_BYTE));
      assertThat(frames.next()).isTrue();
      assertThat(frames.nanos()).isEqualTo(NANOS + 1);
      assertThat(bytes(frames))
          .isEqualTo(memory.asSlice(3, Frames.MAX_FRAME_BYTES).toArray(ValueLayout.JAVA_BYTE));
      assertThat(frames.next()).isTrue();
      assertThat(frames.capturedLength()).isZero();
      assertThat(frames.next()).isFalse();
      assertThat(frames.damage()).isEmpty();
      assertThat(frames.count()).isEqualTo(3);
      assertThat(file.frames().next()).isTrue();
    }
  }

  @Test
  void writesNoFrameThatCouldNotBeReadAgain() throws IOException {
    MemorySegment memory = MemorySegment.ofArray(new byte[Frames.MAX_FRAME_BYTES + 1]);
    try (PcapWriter writer = PcapWriter.create(folder.resolve("none.pcap"), LinkType.RAW)) {
      assertThatThrownBy(() -> writer.write(memory, 0, Frames.MAX_FRAME_BYTES + 1, 0, 0))
          .isInstanceOf(IllegalArgumentException.class);
      assertThatThrownBy(() -> writer.write(memory, 0, 1, 1, -1))
          .isInstanceOf(IllegalArgumentException.class);
    }
    try (PcapFile file = opened(folder.resolve("none.pcap"))) {
      assertThat(file.size()).isEqualTo(PcapFrames.HEADER_BYTES);
    }
  }

  @Test
  void saysWhyAFileCannotBeRead() throws IOException {
    Path empty = Files.createFile(folder.resolve("empty"));
    Path text = Files.writeString(folder.resolve("text"), "this is no capture");
    Path cut =
        Files.write(folder.resolve("cut"), Arrays.copyOf(CaptureBytes.samples().getFirst(), 20));

    assertThat(refusal(folder.resolve("absent"))).contains("does not exist");
    assertThat(refusal(folder)).contains("not a regular file");
    assertThat(refusal(empty)).contains("too short");
    assertThat(refusal(text)).contains("neither a pcap nor a pcapng");
    assertThat(refusal(cut)).contains("ends inside its header");
  }

  private static byte[] bytes(Frames frames) {
    return frames
        .memory()
        .asSlice(frames.offset(), frames.capturedLength())
        .toArray(ValueLayout.JAVA_BYTE);
  }

  static PcapFile opened(Path path) {
    return switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened(PcapFile file) -> file;
      case PcapFile.Opening.Refused(String why) -> throw new AssertionError(why);
    };
  }

  private static String refusal(Path path) {
    return switch (PcapFile.open(path)) {
      case PcapFile.Opening.Opened _ -> throw new AssertionError(path + " was taken");
      case PcapFile.Opening.Refused(String why) -> why;
    };
  }
}
