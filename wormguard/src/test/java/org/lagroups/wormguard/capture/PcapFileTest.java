package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
  void readsAFileOfManyPieces() throws IOException {
    Path path = folder.resolve("many.pcap");
    SplittableRandom random = new SplittableRandom(2);
    byte[] source = new byte[2 * Frames.MAX_FRAME_BYTES];
    random.nextBytes(source);
    MemorySegment memory = MemorySegment.ofArray(source);
    int[] lengths = new int[2_000];
    Arrays.setAll(lengths, i -> i % 500 == 499 ? Frames.MAX_FRAME_BYTES : random.nextInt(1_500));
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      for (int i = 0; i < lengths.length; i++) {
        writer.write(memory, i, lengths[i], lengths[i], NANOS + i);
      }
    }

    try (PcapFile file = opened(path)) {
      Frames frames = file.frames();
      for (int i = 0; i < lengths.length; i++) {
        assertThat(frames.next()).isTrue();
        assertThat(frames.nanos()).isEqualTo(NANOS + i);
        assertThat(bytes(frames)).isEqualTo(Arrays.copyOfRange(source, i, i + lengths[i]));
      }
      assertThat(frames.next()).isFalse();
      assertThat(frames.damage()).isEmpty();
      assertThat(frames.position()).isEqualTo(file.size());
    }
  }

  @Test
  void readsTheOtherFormInManyPieces() throws IOException {
    byte[] section = CaptureBytes.samples().getLast();
    int times = 3 * FileSource.MOST_BYTES / section.length;
    byte[] all = new byte[times * section.length];
    for (int i = 0; i < times; i++) {
      System.arraycopy(section, 0, all, i * section.length, section.length);
    }
    Path path = Files.write(folder.resolve("many.pcapng"), all);

    Frames expected = Frames.of(MemorySegment.ofArray(all));
    try (PcapFile file = opened(path)) {
      Frames frames = file.frames();
      while (expected.next()) {
        assertThat(frames.next()).isTrue();
        assertThat(bytes(frames)).isEqualTo(bytes(expected));
        assertThat(frames.position()).isEqualTo(expected.position());
      }
      assertThat(frames.next()).isFalse();
      assertThat(frames.damage()).isEqualTo(expected.damage());
      assertThat(frames.count()).isEqualTo(expected.count()).isGreaterThanOrEqualTo(times);
    }
  }

  @Test
  void endsWhereAnotherProgramHasShortenedTheFile() throws IOException {
    Path path = folder.resolve("short.pcap");
    MemorySegment memory = MemorySegment.ofArray(new byte[1_000]);
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      for (int i = 0; i < 2_000; i++) {
        writer.write(memory, 0, 1_000, 1_000, NANOS);
      }
    }

    try (PcapFile file = opened(path);
        FileChannel other = FileChannel.open(path, StandardOpenOption.WRITE)) {
      Frames frames = file.frames();
      assertThat(frames.next()).isTrue();
      other.truncate(1_000_000);
      long before = frames.position();
      while (frames.next()) {
        before = frames.position();
      }
      assertThat(frames.count()).isBetween(900L, 1_000L);
      assertThat(frames.damage().orElseThrow().offset()).isEqualTo(before);
      assertThat(frames.damage().orElseThrow().what()).contains("shortened");
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
  void leavesFramesWhereTheyAreAsLongAsTheNextIsAtHand() throws IOException {
    byte[] section = CaptureBytes.samples().getLast();
    byte[] repeated = new byte[4 * FileSource.MOST_BYTES / section.length * section.length];
    for (int at = 0; at < repeated.length; at += section.length) {
      System.arraycopy(section, 0, repeated, at, section.length);
    }
    Path other = Files.write(folder.resolve("together.pcapng"), repeated);
    Path path = folder.resolve("together.pcap");
    byte[] source = new byte[3_000];
    new SplittableRandom(3).nextBytes(source);
    try (PcapWriter writer = PcapWriter.create(path, LinkType.ETHERNET)) {
      for (int i = 0; i < 1_500; i++) {
        writer.write(MemorySegment.ofArray(source), i, 1_000, 1_000, NANOS);
      }
      writer.write(MemorySegment.ofArray(new byte[200_000]), 0, 200_000, 200_000, NANOS);
    }
    assertThat(mostTogether(path)).isGreaterThan(100);
    assertThat(mostTogether(other)).isGreaterThan(1);
  }

  /** How many frames of a file stayed in their places until the last of them had come. */
  private static int mostTogether(Path path) {
    int most = 0;
    try (PcapFile file = opened(path)) {
      Frames frames = file.frames();
      List<byte[]> expected = new ArrayList<>();
      List<MemorySegment> places = new ArrayList<>();
      while (frames.next()) {
        expected.add(bytes(frames));
        places.add(frames.memory().asSlice(frames.offset(), frames.capturedLength()));
        most = Math.max(most, places.size());
        if (!frames.isNextAtHand()) {
          for (int i = 0; i < places.size(); i++) {
            assertThat(places.get(i).toArray(ValueLayout.JAVA_BYTE)).isEqualTo(expected.get(i));
          }
          expected.clear();
          places.clear();
        }
      }
      assertThat(frames.damage()).isEmpty();
      assertThat(places).isEmpty();
    }
    return most;
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
