package org.lagroups.multicast.runtime.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.multicast.stream.chunk.BatchSeal;
import org.lagroups.multicast.stream.chunk.BatchSigner;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.SealedChunk;

class FileChunksTest {

  private static final int CHUNK = StreamHeader.MAX_CHUNK_BYTES;
  private static final int BATCH = BatchSigner.FILE_BATCH;
  private static final int BATCHES = 80;
  private static final int COUNT = BATCHES * BATCH;
  private static final SignedHeader HEADER = Streams.growing(CHUNK);

  private final Disk disk = new Disk();
  private final List<SealedChunk> all = sealed();
  private int spoiled;

  @Test
  void whatIsNoLongerInMemoryIsReadAgainWithItsProof() {
    FileChunks chunks = whole();
    assertThat(disk.reads).isZero();
    assertThat(fetch(chunks, COUNT - 1)).contains(all.getLast());
    assertThat(disk.reads).as("the last are in memory").isZero();
    for (int i : List.of(0, 1, BATCH - 1, BATCH, BATCH + 1)) {
      assertThat(fetch(chunks, i)).contains(all.get(i));
    }
    assertThat(disk.reads).as("batch by batch").isEqualTo(2 * BATCH);
  }

  @Test
  void whatWasAlteredOnTheDiskIsNotGivenAway() {
    FileChunks chunks = whole();
    disk.payloads.put(3L, Bytes.wrapOwned(new byte[CHUNK]));
    assertThat(fetch(chunks, 2)).isEmpty();
    assertThat(fetch(chunks, 3)).isEmpty();
    assertThat(spoiled).isEqualTo(2);
    assertThat(fetch(chunks, 16)).contains(all.get(16));
    assertThat(spoiled).isEqualTo(2);
  }

  @Test
  void whatCannotBeReadHoldsUpNothing() {
    FileChunks chunks = whole();
    disk.payloads.remove(5L);
    assertThat(fetch(chunks, 2)).isEmpty();
    assertThat(spoiled).isEqualTo(1);
    disk.payloads.put(5L, all.get(5).chunk().payload());
    assertThat(fetch(chunks, 2)).contains(all.get(2));
    assertThat(fetch(chunks, COUNT)).isEmpty();
  }

  @Test
  void theSignatureOfABatchIsNotedOnce() {
    whole();
    assertThat(disk.notes).hasSize(BATCHES);
    assertThat(disk.notes.getFirst()).isEqualTo(BatchSeal.of(all.getFirst().proof()));
  }

  @Test
  void afterARestartAllOfWhichSignaturesWereKeptIsGivenAway() {
    whole();
    FileChunks again = restarted(COUNT, disk.notes);
    assertThat(again.lowest()).isZero();
    assertThat(fetch(again, 0)).contains(all.getFirst());
    assertThat(fetch(again, COUNT - 1)).contains(all.getLast());
    int noted = disk.notes.size();
    again.put(all.get(20));
    assertThat(disk.notes).as("one that is known is not noted again").hasSize(noted);
  }

  @Test
  void afterARestartWhatHasNoSignatureIsNotOffered() {
    whole();
    List<BatchSeal> kept = new ArrayList<>(disk.notes);
    kept.remove(10);
    FileChunks again = restarted(COUNT, kept);
    assertThat(again.lowest()).isEqualTo(11 * BATCH);
    assertThat(fetch(again, again.lowest())).contains(all.get((int) again.lowest()));
    assertThat(fetch(again, again.lowest() - 1)).isEmpty();
    assertThat(restarted(COUNT, List.of()).lowest()).isEqualTo(COUNT);
    assertThat(restarted(0, List.of()).lowest()).isZero();
  }

  @Test
  void aKeptSignatureThatIsNotTrueGivesNothingAwayUntilTheTrueOneComes() {
    whole();
    BatchSeal wrong = disk.notes.get(1);
    List<BatchSeal> kept = new ArrayList<>(disk.notes);
    kept.set(
        0,
        new BatchSeal(
            0, BATCH, false, new Signature(Bytes.wrapOwned(wrong.signature().value().toArray()))));
    FileChunks again = restarted(COUNT, kept);
    assertThat(fetch(again, 0)).isEmpty();
    again.put(all.get(1));
    assertThat(disk.notes.getLast()).isEqualTo(BatchSeal.of(all.get(1).proof()));
    assertThat(fetch(again, 0)).contains(all.getFirst());
  }

  private FileChunks whole() {
    FileChunks chunks = new FileChunks(SignatureVerifier.DIRECT, disk);
    chunks.begin(HEADER, () -> spoiled++);
    all.forEach(chunks::put);
    return chunks;
  }

  private FileChunks restarted(long below, List<BatchSeal> kept) {
    FileChunks chunks = new FileChunks(SignatureVerifier.DIRECT, disk, below, kept);
    chunks.begin(HEADER, () -> spoiled++);
    return chunks;
  }

  private static Optional<SealedChunk> fetch(FileChunks chunks, long sequence) {
    List<SealedChunk> fetched = new ArrayList<>();
    chunks.fetch(sequence, fetched::add);
    assertThat(fetched).hasSizeLessThan(2);
    return fetched.stream().findFirst();
  }

  private static List<SealedChunk> sealed() {
    BatchSigner signer = new BatchSigner(HEADER, Streams.PUBLISHER, 0);
    SplittableRandom random = new SplittableRandom(1);
    List<SealedChunk> sealed = new ArrayList<>();
    for (int batch = 0; batch < BATCHES; batch++) {
      List<Bytes> payloads = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        byte[] payload = new byte[CHUNK];
        random.nextBytes(payload);
        payloads.add(Bytes.wrapOwned(payload));
      }
      sealed.addAll(signer.seal(payloads, batch == BATCHES - 1));
    }
    return sealed;
  }

  private static final class Disk implements Payloads {

    private final Map<Long, Bytes> payloads = new HashMap<>();
    private final List<BatchSeal> notes = new ArrayList<>();
    private int reads;

    @Override
    public void write(Chunk chunk) {
      payloads.put(chunk.sequence(), chunk.payload());
    }

    @Override
    public void note(BatchSeal seal) {
      notes.add(seal);
    }

    @Override
    public boolean hasRoom() {
      return true;
    }

    @Override
    public void read(long sequence, Consumer<Optional<Bytes>> then) {
      reads++;
      then.accept(Optional.ofNullable(payloads.get(sequence)));
    }

    @Override
    public void close() {}
  }
}
