package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.capture.CaptureBytes.ETHERNET;
import static org.lagroups.wormguard.capture.CaptureBytes.FRAME;
import static org.lagroups.wormguard.testing.PacketBytes.join;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.LinkType;

class PcapFramesTest {

  private static final CaptureBytes BIG = new CaptureBytes(false);
  private static final byte[] HEADER = BIG.pcapHeader(0xa1b2c3d4L, ETHERNET);

  @Test
  void readsBothByteOrdersAndBothKindsOfTime() {
    for (boolean little : new boolean[] {false, true}) {
      CaptureBytes bytes = new CaptureBytes(little);
      byte[] record = bytes.record(1_700_000_000, 123_456, 2_000, FRAME);

      Frames micros = frames(bytes.pcapHeader(0xa1b2c3d4L, 113), record);
      assertThat(micros.next()).isTrue();
      assertThat(micros.nanos()).isEqualTo(1_700_000_000_123_456_000L);
      assertThat(micros.link()).isEqualTo(LinkType.LINUX_COOKED);
      assertThat(micros.capturedLength()).isEqualTo(FRAME.length);
      assertThat(micros.wireLength()).isEqualTo(2_000);
      assertThat(micros.offset()).isEqualTo(40);

      Frames nanos = frames(bytes.pcapHeader(0xa1b23c4dL, 12), record);
      assertThat(nanos.next()).isTrue();
      assertThat(nanos.nanos()).isEqualTo(1_700_000_000_000_123_456L);
      assertThat(nanos.link()).isEqualTo(LinkType.RAW);
    }
  }

  @Test
  void tellsWhereAFileWasCutOff() {
    byte[] whole = join(HEADER, BIG.record(1, 2, 3, FRAME), BIG.record(4, 5, 6, FRAME));
    int second = HEADER.length + 16 + FRAME.length;

    Frames inFrame = frames(Arrays.copyOf(whole, whole.length - 1));
    assertThat(inFrame.next()).isTrue();
    assertThat(inFrame.next()).isFalse();
    assertThat(inFrame.next()).isFalse();
    assertThat(inFrame.damage()).contains(new Damage(second, "the file ends inside packet 2"));

    Frames inHeader = frames(Arrays.copyOf(whole, second + 15));
    assertThat(inHeader.next()).isTrue();
    assertThat(inHeader.next()).isFalse();
    assertThat(inHeader.damage())
        .contains(new Damage(second, "the file ends inside the header of packet 2"));

    Frames between = frames(Arrays.copyOf(whole, second));
    assertThat(between.next()).isTrue();
    assertThat(between.next()).isFalse();
    assertThat(between.damage()).isEmpty();
  }

  @Test
  void takesNoFrameBeyondTheBound() {
    Frames longest = frames(HEADER, BIG.record(1, 2, 3, new byte[Frames.MAX_FRAME_BYTES]));
    assertThat(longest.next()).isTrue();
    assertThat(longest.wireLength()).isEqualTo(Frames.MAX_FRAME_BYTES);

    Frames tooLong = frames(HEADER, BIG.record(1, 2, 3, new byte[Frames.MAX_FRAME_BYTES + 1]));
    assertThat(tooLong.next()).isFalse();
    assertThat(tooLong.damage().orElseThrow().text())
        .isEqualTo(
            "at byte 24: packet 1 says it has 262,145 bytes; more than 262,144 is no packet");
  }

  @Test
  void refusesVersionsItDoesNotKnow() {
    byte[] header = HEADER.clone();
    header[5] = 3;
    assertThat(frames(header).damage()).contains(new Damage(4, "version 3 of pcap is not read"));
  }

  @Test
  void keepsTimesWithinWhatItPromises() {
    Frames frames =
        frames(BIG.pcapHeader(0xa1b23c4dL, ETHERNET), BIG.record(-1, -1, FRAME.length, FRAME));
    assertThat(frames.next()).isTrue();
    assertThat(frames.nanos()).isEqualTo(Frames.MAX_SECONDS * Frames.NANOS_PER_SECOND);
  }

  private static Frames frames(byte[]... parts) {
    return Frames.of(MemorySegment.ofArray(join(parts)));
  }
}
