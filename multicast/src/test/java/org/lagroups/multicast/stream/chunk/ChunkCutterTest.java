package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.simnet.seed.Seeds;

class ChunkCutterTest {

  private static final int PACKET = ChunkCutter.TS_PACKET_BYTES;

  @Test
  void aFileIsCutIntoChunksOfOneLength() {
    ChunkCutter cutter = new ChunkCutter(Streams.growing(100).header());
    byte[] input = new byte[250];
    for (int i = 0; i < input.length; i++) {
      input[i] = (byte) i;
    }
    assertThat(cutter.add(input, 0, 99)).isEmpty();
    assertThat(cutter.flush()).as("no short chunk within a file").isEqualTo(Bytes.EMPTY);
    assertThat(cutter.add(input, 99, 151))
        .containsExactly(Bytes.copyOf(input, 0, 100), Bytes.copyOf(input, 100, 100));
    assertThat(cutter.waitingBytes()).isEqualTo(50);
    assertThat(cutter.finish()).isEqualTo(Bytes.copyOf(input, 200, 50));
    assertThat(cutter.finish()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void aTransportStreamIsCutBetweenPackets() {
    ChunkCutter cutter = new ChunkCutter(Streams.live(1_500).header());
    byte[] input = packets(10, 3);
    List<Bytes> payloads = cutter.add(input, 0, input.length);
    assertThat(payloads).containsExactly(Bytes.copyOf(input, 0, 7 * PACKET));
    assertThat(cutter.add(input, 0, 100)).isEmpty();
    assertThat(cutter.flush()).isEqualTo(Bytes.copyOf(input, 7 * PACKET, 3 * PACKET));
    assertThat(cutter.flush()).as("a part of a packet").isEqualTo(Bytes.EMPTY);
    assertThat(cutter.finish().length()).isEqualTo(100);
  }

  @Test
  void findsTheNextPacketWhereTheSyncIsLost() {
    ChunkCutter cutter = new ChunkCutter(Streams.live(8 * PACKET).header());
    byte[] garbage = {1, 2, 3, 4, 5};
    List<Bytes> payloads = new ArrayList<>();
    for (byte[] piece : List.of(packets(3, 1), garbage, packets(20, 2))) {
      payloads.addAll(cutter.add(piece, 0, piece.length));
    }
    payloads.add(cutter.flush());
    assertThat(payloads.stream().map(Bytes::length).toList())
        .containsExactly(3 * PACKET, 5, 8 * PACKET, 8 * PACKET, 4 * PACKET);
  }

  @Test
  void whatIsNoTransportStreamGoesAsItComes() {
    ChunkCutter cutter = new ChunkCutter(Streams.live(1_316).header());
    byte[] input = "Greetings".getBytes(StandardCharsets.US_ASCII);
    assertThat(cutter.add(input, 0, input.length)).isEmpty();
    assertThat(cutter.flush()).isEqualTo(Bytes.copyOf(input));
    assertThat(cutter.flush()).isEqualTo(Bytes.EMPTY);
    byte[] zeros = new byte[2_000];
    assertThat(cutter.add(zeros, 0, zeros.length).getFirst().length()).isEqualTo(1_316);
    ChunkCutter narrow = new ChunkCutter(Streams.live(100).header());
    assertThat(narrow.add(zeros, 0, 150)).hasSize(1);
    assertThat(narrow.flush().length()).isEqualTo(50);
  }

  @Test
  void losesAndDoublesNothingWhateverComes() {
    Seeds.forEach(
        300,
        30_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          int chunkBytes = 1 + random.nextInt(3_000);
          SignedHeader header =
              random.nextBoolean() ? Streams.live(chunkBytes) : Streams.growing(chunkBytes);
          assertLossless(header.header(), input(random), random);
        });
  }

  private static void assertLossless(StreamHeader header, byte[] input, SplittableRandom random) {
    ChunkCutter cutter = new ChunkCutter(header);
    List<Bytes> payloads = new ArrayList<>();
    for (int at = 0; at < input.length; ) {
      int piece = Math.min(input.length - at, 1 + random.nextInt(2_000));
      payloads.addAll(cutter.add(input, at, piece));
      at += piece;
      if (random.nextInt(3) == 0) {
        Bytes flushed = cutter.flush();
        if (!flushed.isEmpty()) {
          payloads.add(flushed);
        }
      }
    }
    assertThat(payloads).allMatch(payload -> !payload.isEmpty());
    payloads.add(cutter.finish());
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (Bytes payload : payloads) {
      assertThat(payload.length()).isLessThanOrEqualTo(header.chunkBytes());
      all.writeBytes(payload.toArray());
    }
    assertThat(all.toByteArray()).isEqualTo(input);
  }

  /** Packets, and garbage in between at times. */
  private static byte[] input(SplittableRandom random) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    for (int i = random.nextInt(8); i >= 0; i--) {
      out.writeBytes(packets(random.nextInt(30), random.nextLong()));
      byte[] garbage = new byte[random.nextInt(400)];
      random.nextBytes(garbage);
      out.writeBytes(garbage);
    }
    return out.toByteArray();
  }

  /** Packets without the sync byte anywhere but at their beginning. */
  private static byte[] packets(int count, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    byte[] bytes = new byte[count * PACKET];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (i % PACKET == 0 ? 0x47 : 0x80 | random.nextInt(128));
    }
    return bytes;
  }
}
