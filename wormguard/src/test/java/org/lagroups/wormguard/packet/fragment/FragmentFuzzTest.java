package org.lagroups.wormguard.packet.fragment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.wormguard.testing.PacketBytes.UDP;
import static org.lagroups.wormguard.testing.PacketBytes.join;
import static org.lagroups.wormguard.testing.PacketBytes.number;
import static org.lagroups.wormguard.testing.PacketBytes.udp;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.packet.LinkType;
import org.lagroups.wormguard.packet.PacketDecoder;

/**
 * Whatever fragments come: no exception, memory within its bound, and all of it given back in the
 * end. The input is IP packets, each behind its length in two bytes.
 */
class FragmentFuzzTest {

  /** A timeout that no input reaches by itself: each packet comes a nanosecond later. */
  private static final ReassemblySettings SETTINGS =
      new ReassemblySettings(3, 256 << 10, 1_000_000, false);

  private final PacketUnpacker unpacker = new PacketUnpacker(SETTINGS);
  private final Reassembler reassembler = unpacker.reassembler();
  private long nanos;

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void fragments(byte[] input) {
    ByteBuffer rest = ByteBuffer.wrap(input);
    while (rest.remaining() >= 2) {
      int length = Math.min(rest.getShort() & 0xffff, rest.remaining());
      MemorySegment packet = MemorySegment.ofBuffer(rest.slice(rest.position(), length));
      rest.position(rest.position() + length);
      unpacker.open(packet, 0, length, length, LinkType.RAW, nanos++);
      int layers = 1;
      while (unpacker.next()) {
        assertThat(++layers).isLessThanOrEqualTo(PacketDecoder.MAX_LAYERS);
        assertThat(unpacker.packet().payloadOffset() + unpacker.packet().payloadLength())
            .isLessThanOrEqualTo(unpacker.packet().frame().byteSize());
      }
      assertThat(reassembler.waiting()).isLessThanOrEqualTo(SETTINGS.maxDatagrams());
      assertThat(reassembler.bytesHeld()).isLessThanOrEqualTo(SETTINGS.maxBytes());
    }
    Bytes last = new Cut(true, UDP, 1).fragment(0, true, new byte[8]);
    MemorySegment later = MemorySegment.ofArray(last.toArray());
    nanos += 2 * SETTINGS.timeoutNanos();
    unpacker.open(later, 0, last.length(), last.length(), LinkType.RAW, nanos);
    unpacker.next();
    nanos += 2 * SETTINGS.timeoutNanos();
    assertThat(reassembler.bytesHeld()).isEqualTo(2 * PagePool.PAGE_BYTES);
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::fragments);
  }

  static List<byte[]> samples() {
    byte[] datagram = udp(1, 2, new byte[3_000]);
    byte[] small = udp(1, 2, new byte[20]);
    return List.of(
        framed(new Cut(true, UDP, 7).pieces(datagram, 1_480)),
        framed(new Cut(false, UDP, 7).pieces(datagram, 1_448)),
        framed(new Cut(true, UDP, 7).pieces(small, 8).reversed()),
        framed(
            List.of(
                new Cut(true, UDP, 7).piece(small, 0, 16),
                new Cut(true, UDP, 8).piece(small, 0, 16),
                new Cut(true, UDP, 7).piece(small, 8, 28),
                new Cut(false, UDP, 8).piece(small, 16, 28),
                new Cut(true, UDP, 9).piece(small, 16, 28))));
  }

  private static byte[] framed(List<Bytes> packets) {
    return packets.stream()
        .map(packet -> join(number(2, packet.length()), packet.toArray()))
        .reduce(new byte[0], (before, packet) -> join(before, packet));
  }
}
