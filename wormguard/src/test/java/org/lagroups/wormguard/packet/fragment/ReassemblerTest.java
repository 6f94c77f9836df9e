package org.lagroups.wormguard.packet.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.packet.Decoded.FRAGMENT;
import static org.lagroups.wormguard.packet.Decoded.MALFORMED;
import static org.lagroups.wormguard.packet.Decoded.OK;
import static org.lagroups.wormguard.testing.PacketBytes.A4;
import static org.lagroups.wormguard.testing.PacketBytes.B4;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.checksum;
import static org.lagroups.wormguard.testing.PacketBytes.ipv4;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.put16;
import static org.lagroups.wormguard.testing.PacketBytes.text;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.packet.Checksums;
import org.lagroups.wormguard.packet.Decoded;
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.packet.PacketClock;

class ReassemblerTest {

  private static final ReassemblySettings SMALL =
      new ReassemblySettings(4, 256 << 10, 30_000_000_000L, true);

  private final Unpacking unpacking = new Unpacking(SMALL);
  private final Cut cut = new Cut(true, UDP, 7);

  @Test
  void putsPacketsOfBothVersionsTogetherInWhateverOrderTheyCome() {
    Seeds.forEach(
        60,
        20_000,
        seed -> {
          Random random = new Random(seed);
          byte[] payload = new byte[random.nextInt(65_000)];
          random.nextBytes(payload);
          byte[] datagram = datagram(payload);
          Cut cutting = new Cut(random.nextBoolean(), UDP, random.nextInt(0x10000));
          List<Bytes> pieces = cutting.randomPieces(datagram, random);
          Collections.shuffle(pieces, random);

          Unpacking fresh = new Unpacking(SMALL.withVerifyChecksums(random.nextBoolean()));
          int whole = 0;
          for (Bytes piece : pieces) {
            if (fresh.take(piece).getLast() == OK) {
              assertThat(fresh.payload()).isEqualTo(payload);
              whole++;
            }
          }
          assertThat(whole).isEqualTo(1);
          assertThat(fresh.counts().of(Fate.CONTRADICTING)).isZero();
        });
  }

  @Test
  void makesThePacketThatWasCut() {
    byte[] datagram = datagram(text("a payload of more than two dozen bytes"));
    List<Bytes> pieces = cut.pieces(datagram, 16);

    assertThat(unpacking.takeAll(pieces)).containsExactly(FRAGMENT, OK);

    Packet packet = unpacking.packet();
    assertThat(packet.isReassembled()).isTrue();
    assertThat(packet.layer()).isEqualTo(1);
    assertThat(packet.nanos()).isEqualTo(unpacking.nanos);
    assertThat(packet.ip().identification()).isEqualTo(7);
    assertThat(packet.ip().moreFragments()).isFalse();
    assertThat(packet.ip().fragmentOffset()).isZero();
    assertThat(packet.destinationPort()).isEqualTo(2_222);
    assertThat(Checksums.network(packet)).isEqualTo(Checksums.Verdict.GOOD);
    assertThat(unpacking.unpacker.reassembler().waiting()).isZero();
    assertThat(unpacking.unpacker.reassembler().bytesHeld()).isZero();
  }

  @Test
  void keepsTheBytesThatCameFirst() {
    byte[] datagram = datagram(text("01234567 first 01234567 first"));
    byte[] other = datagram.clone();
    Arrays.fill(other, 8, 24, (byte) 'x');

    unpacking.take(cut.piece(datagram, 0, 16));
    unpacking.take(cut.piece(other, 8, 24));
    assertThat(unpacking.take(cut.piece(datagram, 16, datagram.length)))
        .containsExactly(FRAGMENT, OK);

    assertThat(unpacking.payload()).startsWith(text("01234567xxxxxxxx"));
    assertThat(unpacking.counts().of(Fate.CONTRADICTING)).isEqualTo(2);
  }

  @Test
  void countsFragmentsThatComeAgain() {
    byte[] datagram = datagram(new byte[40]);

    unpacking.take(cut.piece(datagram, 0, 16));
    unpacking.take(cut.piece(datagram, 0, 16));
    unpacking.take(cut.piece(datagram, 8, 24));
    unpacking.take(cut.piece(datagram, 24, 48));

    assertThat(unpacking.counts().of(Fate.KEPT)).isEqualTo(2);
    assertThat(unpacking.counts().of(Fate.REPEATED)).isEqualTo(1);
    assertThat(unpacking.counts().of(Fate.OVERLAPPING)).isEqualTo(1);
    assertThat(unpacking.counts().of(Fate.COMPLETED)).isEqualTo(1);
  }

  @Test
  void tellsPacketsApart() {
    byte[] datagram = datagram(new byte[40]);
    unpacking.take(cut.piece(datagram, 0, 24));

    assertThat(unpacking.take(new Cut(true, UDP, 8).piece(datagram, 24, 48)))
        .containsExactly(FRAGMENT);
    assertThat(unpacking.take(new Cut(true, 6, 7).piece(datagram, 24, 48)))
        .containsExactly(FRAGMENT);
    assertThat(unpacking.take(new Cut(false, UDP, 7).piece(datagram, 24, 48)))
        .containsExactly(FRAGMENT);
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(4);
    assertThat(unpacking.take(cut.piece(datagram, 24, 48))).containsExactly(FRAGMENT, OK);
  }

  @Test
  void forgetsWhatTakesTooLong() {
    byte[] datagram = datagram(new byte[40]);
    unpacking.take(cut.piece(datagram, 0, 24));

    unpacking.nanos += SMALL.timeoutNanos() + 1;
    assertThat(unpacking.take(cut.piece(datagram, 24, 48))).containsExactly(FRAGMENT);

    assertThat(unpacking.counts().of(Fate.EXPIRED)).isEqualTo(1);
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(1);
  }

  @Test
  void oneFragmentOfAnotherTimeDropsNothingNorStaysForEver() {
    byte[] datagram = datagram(text("a payload of more than two dozen bytes"));
    unpacking.take(cut.piece(datagram, 0, 16));
    long now = unpacking.nanos;
    unpacking.nanos = 4_294_967_295_000_000_000L;
    unpacking.take(new Cut(true, UDP, 8).piece(datagram, 0, 16));
    unpacking.nanos = now;
    assertThat(unpacking.take(cut.piece(datagram, 16, datagram.length))).contains(OK);
    unpacking.nanos += SMALL.timeoutNanos() + 1;
    unpacking.take(new Cut(true, UDP, 9).piece(datagram, 0, 16));
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(1);
  }

  @Test
  void putsTogetherWhatComesAfterALongSilence() {
    byte[] datagram = datagram(text("a payload of more than two dozen bytes"));
    unpacking.take(cut.piece(datagram, 0, 16));
    unpacking.nanos += 2 * PacketClock.FAR_NANOS;
    Cut other = new Cut(true, UDP, 8);
    unpacking.take(other.piece(datagram, 0, 16));
    assertThat(unpacking.take(other.piece(datagram, 16, datagram.length))).contains(OK);
    assertThat(unpacking.counts().of(Fate.EXPIRED)).isEqualTo(1);
  }

  @Test
  void dropsWhatWaitsSinceATimeThatIsNotThereYet() {
    byte[] datagram = datagram(text("a payload of more than two dozen bytes"));
    unpacking.take(cut.piece(datagram, 0, 16));
    unpacking.nanos -= 2 * PacketClock.FAR_NANOS;
    for (int i = 0; i < PacketClock.MOST_BEHIND; i++) {
      unpacking.take(new Cut(true, UDP, 8).piece(datagram, 0, 16));
    }
    assertThat(unpacking.counts().of(Fate.EXPIRED)).isEqualTo(2);
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(1);
  }

  @Test
  void dropsWhatHasWaitedLongestForTheFifthOfFour() {
    byte[] datagram = datagram(new byte[40]);
    for (int id = 1; id <= 5; id++) {
      unpacking.take(new Cut(true, UDP, id).piece(datagram, 0, 24));
    }
    assertThat(unpacking.counts().of(Fate.EVICTED)).isEqualTo(1);
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(4);
    assertThat(unpacking.take(new Cut(true, UDP, 2).piece(datagram, 24, 48)))
        .containsExactly(FRAGMENT, OK);
    assertThat(unpacking.take(new Cut(true, UDP, 1).piece(datagram, 24, 48)))
        .containsExactly(FRAGMENT);
  }

  @Test
  void takesNoMoreMemoryThanItMay() {
    Unpacking many = new Unpacking(new ReassemblySettings(10_000, 256 << 10, 1L << 40, true));
    for (int id = 0; id < 1_000; id++) {
      many.take(new Cut(true, UDP, id).fragment(8 * id, true, new byte[1_480]));
      assertThat(many.unpacker.reassembler().bytesHeld()).isLessThanOrEqualTo(256 << 10);
    }
    assertThat(many.counts().of(Fate.EVICTED)).isGreaterThan(800);
    assertThat(many.takeAll(cut.pieces(datagram(new byte[65_000]), 1_480)))
        .containsExactly(FRAGMENT, OK);
  }

  @Test
  void leavesOutFragmentsThatCannotBe() {
    unpacking.take(cut.fragment(8, true, new byte[9]));
    unpacking.take(cut.fragment(8, false, new byte[0]));
    unpacking.take(cut.fragment(65_528, false, new byte[8]));
    assertThat(unpacking.counts().of(Fate.IMPOSSIBLE)).isEqualTo(3);
    assertThat(unpacking.unpacker.reassembler().waiting()).isZero();

    unpacking.take(cut.fragment(8, true, new byte[16]));
    unpacking.take(cut.fragment(8, false, new byte[8]));
    assertThat(unpacking.counts().of(Fate.IMPOSSIBLE)).isEqualTo(4);
    unpacking.take(cut.fragment(24, false, new byte[8]));
    unpacking.take(cut.fragment(32, true, new byte[8]));
    unpacking.take(cut.fragment(24, false, new byte[5]));
    assertThat(unpacking.counts().of(Fate.IMPOSSIBLE)).isEqualTo(6);
    assertThat(unpacking.unpacker.reassembler().waiting()).isEqualTo(1);
  }

  @Test
  void refusesAPacketThatWouldBeTooLongWithItsHeader() {
    byte[] end = new byte[65_535 - 20 - 65_512];
    List<Bytes> pieces = cut.pieces(new byte[65_512 + end.length], 1_480);
    Bytes first = withOptions(pieces.removeFirst());

    unpacking.takeAll(pieces);
    assertThat(unpacking.take(first)).containsExactly(FRAGMENT);

    assertThat(unpacking.counts().of(Fate.IMPOSSIBLE)).isEqualTo(1);
    assertThat(unpacking.counts().of(Fate.COMPLETED)).isZero();
    assertThat(unpacking.unpacker.reassembler().bytesHeld()).isZero();
  }

  @Test
  void leavesOutHeadersWithAWrongChecksumUnlessToldOtherwise() {
    byte[] datagram = datagram(new byte[40]);
    byte[] wrong = cut.piece(datagram, 0, 24).toArray();
    put16(wrong, 10, 0);

    unpacking.take(Bytes.wrapOwned(wrong));
    assertThat(unpacking.take(cut.piece(datagram, 24, 48))).containsExactly(FRAGMENT);
    assertThat(unpacking.counts().of(Fate.BAD_CHECKSUM)).isEqualTo(1);

    Unpacking lenient = new Unpacking(SMALL.withVerifyChecksums(false));
    lenient.take(Bytes.wrapOwned(wrong));
    assertThat(lenient.take(cut.piece(datagram, 24, 48))).containsExactly(FRAGMENT, OK);
  }

  @Test
  void goesOnIntoAPacketThatCameInFragments() {
    byte[] inner = ipv4(A4, B4, UDP, datagram(text("inside")));
    List<Bytes> outer = new Cut(false, 4, 9).pieces(inner, 16);

    assertThat(unpacking.takeAll(outer)).containsExactly(FRAGMENT, OK, OK);

    assertThat(unpacking.payload()).isEqualTo(text("inside"));
    assertThat(unpacking.packet().layer()).isEqualTo(2);
  }

  @Test
  void putsFragmentsTogetherThatCameInFragments() {
    byte[] datagram = datagram(text("fragments of fragments"));
    List<Bytes> halves = cut.pieces(datagram, 16);
    for (int i = 0; i < halves.size(); i++) {
      List<Bytes> pieces = new Cut(true, 4, 100 + i).pieces(halves.get(i).toArray(), 8);
      List<Decoded> found = unpacking.takeAll(pieces);
      assertThat(found)
          .isEqualTo(
              i < halves.size() - 1
                  ? List.of(FRAGMENT, OK, FRAGMENT)
                  : List.of(FRAGMENT, OK, FRAGMENT, OK));
    }
    assertThat(unpacking.payload()).isEqualTo(text("fragments of fragments"));
  }

  @Test
  void judgesWhatIsWrongWithTheWhole() {
    byte[] datagram = datagram(new byte[40]);
    put16(datagram, 4, 60);

    assertThat(unpacking.takeAll(cut.pieces(datagram, 24))).containsExactly(FRAGMENT, MALFORMED);
  }

  private static byte[] datagram(byte[] payload) {
    return udp(1_111, 2_222, payload);
  }

  /** The same packet with four octets of options that mean nothing. */
  private static Bytes withOptions(Bytes packet) {
    byte[] bytes = packet.toArray();
    byte[] longer =
        join(
            Arrays.copyOf(bytes, 20),
            new byte[] {1, 1, 1, 1},
            Arrays.copyOfRange(bytes, 20, bytes.length));
    longer[0] = 0x46;
    put16(longer, 2, longer.length);
    put16(longer, 10, 0);
    put16(longer, 10, checksum(Arrays.copyOf(longer, 24)));
    return Bytes.wrapOwned(longer);
  }
}
