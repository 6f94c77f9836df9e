package org.lagroups.wormguard.capture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.capture.CaptureBytes.ETHERNET;
import static org.lagroups.wormguard.capture.CaptureBytes.FRAME;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.number;
import static org.lagroups.wormguard.testing.PacketBytes.text;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.packet.LinkType;

class PcapngFramesTest {

  private static final CaptureBytes LITTLE = new CaptureBytes(true);
  private static final CaptureBytes BIG = new CaptureBytes(false);
  private static final byte[] PACKET = BIG.enhanced(0, 5, FRAME.length, FRAME);
  private static final byte[] PLAIN = BIG.describedInterface(ETHERNET, 0);

  @Test
  void readsPacketsOfSeveralInterfacesAndSections() {
    Frames frames =
        frames(
            LITTLE.section(),
            LITTLE.describedInterface(ETHERNET, 0),
            LITTLE.describedInterface(
                101,
                0,
                LITTLE.option(2, text("name")),
                LITTLE.option(9, number(1, 9)),
                LITTLE.option(0, new byte[0])),
            LITTLE.enhanced(1, 1_700_000_000_123_456_789L, 77, FRAME),
            LITTLE.enhanced(0, 1_700_000_000_123_456L, 99, FRAME),
            BIG.section(),
            BIG.describedInterface(113, 0),
            BIG.enhanced(0, 3, FRAME.length, FRAME));

    assertThat(frames.next()).isTrue();
    assertThat(frames.link()).isEqualTo(LinkType.RAW);
    assertThat(frames.nanos()).isEqualTo(1_700_000_000_123_456_789L);
    assertThat(frames.wireLength()).isEqualTo(77);
    assertThat(frames.next()).isTrue();
    assertThat(frames.link()).isEqualTo(LinkType.ETHERNET);
    assertThat(frames.nanos()).isEqualTo(1_700_000_000_123_456_000L);
    assertThat(frames.next()).isTrue();
    assertThat(frames.link()).isEqualTo(LinkType.LINUX_COOKED);
    assertThat(frames.nanos()).isEqualTo(3_000);
    assertThat(frames.next()).isFalse();
    assertThat(frames.damage()).isEmpty();
  }

  @Test
  void skipsBlocksThatItDoesNotKnow() {
    Frames frames =
        frames(
            BIG.section(),
            BIG.block(0x0bad, new byte[1_000]),
            PLAIN,
            BIG.block(5, new byte[12]),
            PACKET,
            BIG.block(0xffff_fffbL));
    assertThat(frames.next()).isTrue();
    assertThat(frames.capturedLength()).isEqualTo(FRAME.length);
    assertThat(frames.next()).isFalse();
    assertThat(frames.damage()).isEmpty();
  }

  @Test
  void readsSimplePacketsUpToWhatTheInterfaceKeeps() {
    Frames frames =
        frames(
            BIG.section(),
            BIG.describedInterface(ETHERNET, 20),
            PACKET,
            BIG.block(3, BIG.word(1_500), Arrays.copyOf(FRAME, 20)));
    assertThat(frames.next()).isTrue();
    assertThat(frames.next()).isTrue();
    assertThat(frames.capturedLength()).isEqualTo(20);
    assertThat(frames.wireLength()).isEqualTo(1_500);
    assertThat(frames.nanos()).isEqualTo(5_000);
    assertThat(frames.damage()).isEmpty();
  }

  @Test
  void tellsWhatIsWrongAndWhere() {
    byte[] before = join(BIG.section(), PLAIN);
    assertDamaged(before.length, "the file ends inside a block", before, cut(PACKET, 4));
    assertDamaged(
        before.length, "the file ends inside the header of a block", before, cut(PACKET, 70));
    assertDamaged(
        28, "a block of type 1 cannot have 12 bytes", BIG.section(), BIG.block(1, new byte[0]));
    assertDamaged(
        before.length,
        "a block does not end with the length it begins with",
        before,
        changed(PACKET, PACKET.length - 1));
    assertDamaged(
        before.length,
        "packet 1 came in at interface 1, which the section does not have",
        before,
        BIG.enhanced(1, 5, 0, FRAME));
    assertDamaged(
        before.length,
        "packet 1 says it has 65,583 bytes, in a block of 80",
        before,
        changed(PACKET, 21));
    assertDamaged(
        0, "a section begins without the mark of its byte order", changed(BIG.section(), 9));
    assertDamaged(0, "version 257 of pcapng is not read", changed(BIG.section(), 12));
  }

  @Test
  void forgetsTheInterfacesOfTheSectionBefore() {
    byte[] before = join(BIG.section(), PLAIN, BIG.section());
    assertDamaged(
        before.length,
        "packet 1 came in at interface 0, which the section does not have",
        before,
        BIG.block(3, BIG.word(4), new byte[4]));
  }

  @Test
  void refusesOptionsThatMakeNoSense() {
    String message = "an interface has options that make no sense";
    for (byte[] option :
        new byte[][] {
          BIG.option(9, number(1, 19)),
          BIG.option(9, number(1, 0xc0)),
          BIG.option(9, number(2, 6)),
          BIG.option(14, number(4, 6)),
          join(BIG.half(2), BIG.half(5), new byte[4])
        }) {
      assertDamaged(
          28, message, BIG.section(), BIG.describedInterface(ETHERNET, 0, option), PACKET);
    }
  }

  @Test
  void hasABoundForInterfaces() {
    byte[][] parts = new byte[PcapngFrames.MAX_INTERFACES + 3][];
    Arrays.fill(parts, PLAIN);
    parts[0] = BIG.section();
    parts[parts.length - 1] = PACKET;
    int last = 28 + PcapngFrames.MAX_INTERFACES * PLAIN.length;
    assertDamaged(last, "a section has more than 4096 interfaces", parts);

    parts[parts.length - 2] = PACKET;
    assertThat(frames(parts).next()).isTrue();
  }

  private static void assertDamaged(long offset, String what, byte[]... parts) {
    Frames frames = frames(parts);
    assertThat(frames.next()).isFalse();
    assertThat(frames.damage()).contains(new Damage(offset, what));
  }

  private static byte[] cut(byte[] bytes, int fewer) {
    return Arrays.copyOf(bytes, bytes.length - fewer);
  }

  private static byte[] changed(byte[] bytes, int at) {
    byte[] changed = bytes.clone();
    changed[at]++;
    return changed;
  }

  private static Frames frames(byte[]... parts) {
    return Frames.of(MemorySegment.ofArray(join(parts)));
  }
}
