package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.Streams;

class BatchSealTest {

  private static final SignedHeader HEADER = Streams.growing(100);

  @Test
  void makesTheVeryChunksAgain() {
    for (int size : List.of(1, 2, 3, 16, 63, 64)) {
      List<Bytes> payloads = payloads(size);
      List<SealedChunk> sealed = seal(payloads, size == 3);
      for (SealedChunk chunk : sealed) {
        BatchSeal seal = BatchSeal.of(chunk.proof());
        assertThat(seal.end()).isEqualTo(7 + size);
        assertThat(seal.reseal(HEADER, SignatureVerifier.DIRECT, payloads)).contains(sealed);
      }
    }
  }

  @Test
  void makesNothingOfWhatWasNotSigned() {
    List<Bytes> payloads = payloads(5);
    BatchSeal seal = BatchSeal.of(seal(payloads, false).getFirst().proof());
    assertThat(reseal(seal, payloads.subList(0, 4))).isFalse();
    List<Bytes> altered = new ArrayList<>(payloads);
    altered.set(3, Bytes.wrapOwned(new byte[100]));
    assertThat(reseal(seal, altered)).isFalse();
    assertThat(reseal(new BatchSeal(8, 5, false, seal.signature()), payloads)).isFalse();
    assertThat(reseal(new BatchSeal(7, 5, true, seal.signature()), payloads)).isFalse();
    assertThat(reseal(seal, payloads)).isTrue();
  }

  @Test
  void isReadAsItWasWritten() {
    for (boolean isLast : new boolean[] {false, true}) {
      BatchSeal seal = BatchSeal.of(seal(payloads(64), isLast).getFirst().proof());
      assertThat(seal.encoded().length()).isEqualTo(BatchSeal.ENCODED_BYTES);
      assertThat(BatchSeal.decode(seal.encoded())).contains(seal);
    }
  }

  @Test
  void readsNothingElse() {
    byte[] encoded = BatchSeal.of(seal(payloads(2), false).getFirst().proof()).encoded().toArray();
    assertThat(BatchSeal.decode(Bytes.EMPTY)).isEmpty();
    assertThat(BatchSeal.decode(Bytes.copyOf(encoded, 0, encoded.length - 1))).isEmpty();
    assertThat(BatchSeal.decode(with(encoded, 0, 0x80))).as("below 0").isEmpty();
    assertThat(BatchSeal.decode(with(encoded, 0, 0x7f))).as("too far").isEmpty();
    assertThat(BatchSeal.decode(with(encoded, 8, 0))).as("no chunk").isEmpty();
    assertThat(BatchSeal.decode(with(encoded, 8, 65))).as("too many chunks").isEmpty();
    assertThat(BatchSeal.decode(with(encoded, 9, 2))).as("no flag").isEmpty();
  }

  private static boolean reseal(BatchSeal seal, List<Bytes> payloads) {
    return seal.reseal(HEADER, SignatureVerifier.DIRECT, payloads).isPresent();
  }

  private static Bytes with(byte[] encoded, int at, int value) {
    byte[] other = encoded.clone();
    other[at] = (byte) value;
    return Bytes.wrapOwned(other);
  }

  private static List<SealedChunk> seal(List<Bytes> payloads, boolean isLast) {
    return new BatchSigner(HEADER, Streams.PUBLISHER, 7).seal(payloads, isLast);
  }

  private static List<Bytes> payloads(int count) {
    List<Bytes> payloads = new ArrayList<>();
    SplittableRandom random = new SplittableRandom(count);
    for (int i = 0; i < count; i++) {
      byte[] payload = new byte[100];
      random.nextBytes(payload);
      payloads.add(Bytes.wrapOwned(payload));
    }
    return payloads;
  }
}
