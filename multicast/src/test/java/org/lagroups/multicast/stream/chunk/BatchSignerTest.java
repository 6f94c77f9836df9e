package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.Streams;

class BatchSignerTest {

  private static final Bytes FULL = bytes(100);

  @Test
  void numbersChunksOneAfterAnother() {
    BatchSigner signer = signer(Streams.growing(100), 7);
    signer.seal(List.of(FULL, FULL), false);
    assertThat(signer.seal(List.of(FULL), false).getFirst().chunk().sequence()).isEqualTo(9);
    assertThat(signer.nextSequence()).isEqualTo(10);
  }

  @Test
  void aBatchOfOneHasNoPath() {
    SealedChunk only = signer(Streams.growing(100), 0).seal(List.of(FULL), false).getFirst();
    assertThat(only.proof().path()).isEqualTo(Bytes.EMPTY);
  }

  @Test
  void signsWhatWasSignedBeforeARestartInTheSameWords() {
    List<Bytes> payloads = Collections.nCopies(BatchSigner.FILE_BATCH, FULL);
    BatchSigner before = signer(Streams.growing(100), 0);
    before.seal(payloads, false);
    assertThat(signer(Streams.growing(100), BatchSigner.FILE_BATCH).seal(payloads, false))
        .isEqualTo(before.seal(payloads, false));
  }

  @Test
  void refusesBatchesThatAreNone() {
    BatchSigner signer = signer(Streams.growing(100), 0);
    refuses(() -> signer.seal(List.of(), false));
    refuses(() -> signer.seal(Collections.nCopies(65, FULL), false));
    assertThat(signer.seal(Collections.nCopies(64, FULL), false)).hasSize(64);
  }

  @Test
  void refusesWhatTheHeaderHasNot() {
    refuses(() -> signer(Streams.file(100, 250), 0).seal(List.of(bytes(99)), false));
    refuses(() -> signer(Streams.file(100, 250), 0).seal(List.of(bytes(101)), false));
    refuses(() -> signer(Streams.file(100, 250), 0).seal(List.of(FULL), true));
    refuses(() -> signer(Streams.file(100, 250), 2).seal(List.of(bytes(50)), false));
    refuses(() -> signer(Streams.file(100, 250), 2).seal(List.of(bytes(49)), true));
    refuses(() -> signer(Streams.file(100, 250), 3).seal(List.of(FULL), false));
    assertThat(signer(Streams.file(100, 250), 2).seal(List.of(bytes(50)), true)).hasSize(1);
    refuses(() -> signer(Streams.growing(100), 0).seal(List.of(bytes(99)), false));
    refuses(() -> signer(Streams.growing(100), 0).seal(List.of(bytes(99), FULL), true));
    refuses(() -> signer(Streams.growing(100), 0).seal(List.of(bytes(101)), true));
    assertThat(signer(Streams.growing(100), 0).seal(List.of(FULL, Bytes.EMPTY), true)).hasSize(2);
    refuses(() -> signer(Streams.live(100), 0).seal(List.of(bytes(101)), false));
    refuses(() -> signer(Streams.live(100), 0).seal(List.of(Bytes.EMPTY), false));
    refuses(() -> signer(Streams.live(100), 0).seal(List.of(Bytes.EMPTY, FULL), true));
    assertThat(signer(Streams.live(100), 0).seal(List.of(bytes(1), Bytes.EMPTY), true)).hasSize(2);
  }

  @Test
  void nothingComesBehindTheEnd() {
    BatchSigner signer = signer(Streams.live(100), 0);
    signer.seal(List.of(FULL), true);
    assertThatThrownBy(() -> signer.seal(List.of(FULL), false))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void signsOnlyItsOwnStreams() {
    Identity other = Identity.generate(new Random(2));
    refuses(() -> new BatchSigner(Streams.live(100), other, 0));
    refuses(() -> signer(Streams.live(100), -1));
    refuses(() -> signer(Streams.live(100), Chunk.MAX_SEQUENCE + 1));
  }

  private static BatchSigner signer(SignedHeader header, long nextSequence) {
    return new BatchSigner(header, Streams.PUBLISHER, nextSequence);
  }

  private static void refuses(Runnable attempt) {
    assertThatThrownBy(attempt::run).isInstanceOf(IllegalArgumentException.class);
  }

  private static Bytes bytes(int length) {
    return Bytes.wrapOwned(new byte[length]);
  }
}
