package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.Streams;
import org.lagroups.simnet.seed.Seeds;

class ChunkVerifierTest {

  private static final int CHUNK_BYTES = 50;
  private static final SignedHeader FILE = Streams.file(CHUNK_BYTES, 20 * CHUNK_BYTES);
  private static final SignedHeader LIVE = Streams.live(CHUNK_BYTES);
  private static final SealedChunk SOUND = batch(LIVE, 0, 5, 11, false).get(3);

  private int checkedSignatures;

  @Test
  void acceptsAllChunksOfAllBatchSizesInAnyOrder() {
    Seeds.forEach(
        10,
        1_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          List<SealedChunk> sealed = new ArrayList<>();
          for (int size = 1; size <= ChunkProof.MAX_BATCH; size += 1 + random.nextInt(9)) {
            sealed.addAll(batch(LIVE, sealed.size(), size, random.nextLong(), false));
          }
          Collections.shuffle(sealed, new Random(random.nextLong()));
          ChunkVerifier verifier = verifier(LIVE);
          sealed.forEach(chunk -> assertAccepted(verifier, chunk));
        });
  }

  @Test
  void oneSignatureCheckSufficesForABatch() {
    ChunkVerifier verifier = verifier(LIVE);
    batch(LIVE, 0, 16, 1, false).forEach(sealed -> assertAccepted(verifier, sealed));
    assertThat(checkedSignatures).isEqualTo(1);
  }

  @Test
  void refusesAnAlteredPayload() {
    Bytes altered = flipped(SOUND.chunk().payload(), 17);
    assertRefused(
        new SealedChunk(new Chunk(3, altered), SOUND.proof()), ChunkRefusal.BAD_SIGNATURE);
  }

  @Test
  void refusesAChunkInAnothersPlace() {
    assertRefused(
        new SealedChunk(new Chunk(2, SOUND.chunk().payload()), SOUND.proof()),
        ChunkRefusal.BAD_SIGNATURE);
    assertRefused(
        new SealedChunk(
            new Chunk(4, SOUND.chunk().payload()), withBatch(SOUND.proof(), 1, 5, false)),
        ChunkRefusal.BAD_SIGNATURE);
  }

  @Test
  void refusesAnAlteredProof() {
    ChunkProof proof = SOUND.proof();
    assertRefused(with(SOUND, withBatch(proof, 0, 6, false)), ChunkRefusal.BAD_SIGNATURE);
    assertRefused(with(SOUND, withBatch(proof, 0, 5, true)), ChunkRefusal.BAD_SIGNATURE);
    assertRefused(with(SOUND, withBatch(proof, 3, 1, false)), ChunkRefusal.BAD_PATH);
    Bytes path = proof.path();
    assertRefused(with(SOUND, withPath(proof, flipped(path, 40))), ChunkRefusal.BAD_SIGNATURE);
    assertRefused(
        with(SOUND, withPath(proof, path.slice(0, path.length() - 32))), ChunkRefusal.BAD_PATH);
    assertRefused(
        with(SOUND, withSignature(proof, flipped(proof.signature().value(), 3))),
        ChunkRefusal.BAD_SIGNATURE);
  }

  @Test
  void refusesABadSignatureOfAKnownBatchThatSiblingsWouldRefuse() {
    ChunkVerifier verifier = verifier(LIVE);
    assertAccepted(verifier, SOUND);
    Bytes signature = flipped(SOUND.proof().signature().value(), 3);
    assertThat(verifier.check(with(SOUND, withSignature(SOUND.proof(), signature))))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.BAD_SIGNATURE));
    assertAccepted(verifier, SOUND);
  }

  @Test
  void refusesAChunkOfAnotherStream() {
    SealedChunk other = batch(Streams.live(CHUNK_BYTES + 1), 0, 5, 11, false).get(3);
    assertThat(other.chunk()).isEqualTo(SOUND.chunk());
    assertRefused(other, ChunkRefusal.BAD_SIGNATURE);
  }

  @Test
  void refusesWhatAnotherHasSigned() {
    Identity stranger = Identity.generate(new Random(2));
    BatchTree tree = new BatchTree();
    Bytes payload = Bytes.copyOf((byte) 1);
    Bytes root = tree.root(payload, 0, 1, Bytes.EMPTY);
    Bytes claim = BatchClaim.of(LIVE.id(), 0, 1, false, root);
    ChunkProof proof =
        new ChunkProof(0, 1, false, Bytes.EMPTY, stranger.sign(BatchClaim.DOMAIN, claim));
    assertRefused(new SealedChunk(new Chunk(0, payload), proof), ChunkRefusal.BAD_SIGNATURE);
  }

  @Test
  void refusesAnInnerNodeForALeaf() {
    SignedHeader wide = Streams.live(2 * ChunkProof.HASH_BYTES);
    List<SealedChunk> two = batch(wide, 0, 2, 1, false);
    byte[] inner = new byte[2 * ChunkProof.HASH_BYTES];
    two.get(1).proof().path().copyTo(inner, 0);
    two.get(0).proof().path().copyTo(inner, ChunkProof.HASH_BYTES);
    ChunkProof ofRoot = withPath(withBatch(two.get(0).proof(), 0, 1, false), Bytes.EMPTY);
    assertThat(verifier(wide).check(two.get(0))).isInstanceOf(ChunkCheck.Accepted.class);
    assertThat(verifier(wide).check(new SealedChunk(new Chunk(0, Bytes.wrapOwned(inner)), ofRoot)))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.BAD_SIGNATURE));
  }

  @Test
  void refusesWhatDoesNotFitTheHeader() {
    SealedChunk wide = batch(Streams.live(CHUNK_BYTES + 1), 0, 1, 1, false).getFirst();
    Chunk tooLong = new Chunk(0, Bytes.wrapOwned(new byte[CHUNK_BYTES + 1]));
    assertRefused(new SealedChunk(tooLong, wide.proof()), ChunkRefusal.BAD_SHAPE);
    Chunk empty = new Chunk(0, Bytes.EMPTY);
    assertRefused(new SealedChunk(empty, wide.proof()), ChunkRefusal.BAD_SHAPE);
    ChunkVerifier verifier = verifier(FILE);
    SealedChunk first = batch(FILE, 0, 2, 1, false).getFirst();
    assertThat(verifier.check(with(first, withBatch(first.proof(), 0, 2, true))))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.BAD_SHAPE));
    assertThat(verifier.check(with(first, withBatch(first.proof(), 0, 20, false))))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.BAD_SHAPE));
    assertThat(verifier.check(with(first, withBatch(first.proof(), 0, 21, true))))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.BAD_SHAPE));
    assertThat(checkedSignatures).isZero();
  }

  @Test
  void aPublisherThatContradictsItselfIsNoFaultOfTheRelay() {
    ChunkVerifier verifier = verifier(LIVE);
    assertAccepted(verifier, SOUND);
    SealedChunk other = batch(LIVE, 0, 5, 12, false).get(3);
    ChunkCheck check = verifier.check(other);
    assertThat(check).isEqualTo(new ChunkCheck.Refused(ChunkRefusal.CONTRADICTION));
    assertThat(ChunkRefusal.CONTRADICTION.isByPublisher()).isTrue();
    assertThat(ChunkRefusal.BAD_SIGNATURE.isByPublisher()).isFalse();
    assertAccepted(verifier, SOUND);
  }

  @Test
  void theLastBatchSaysWhereTheStreamEnds() {
    ChunkVerifier verifier = verifier(LIVE);
    assertThat(verifier.chunkCount()).isEmpty();
    assertThat(verifier(FILE).chunkCount()).hasValue(20);
    assertAccepted(verifier, batch(LIVE, 5, 2, 1, true).getFirst());
    assertThat(verifier.chunkCount()).hasValue(7);
    assertAccepted(verifier, SOUND);
    assertThat(verifier.check(batch(LIVE, 7, 1, 1, false).getFirst()))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.CONTRADICTION));
  }

  @Test
  void aStreamDoesNotEndBeforeWhatIsKnownOfIt() {
    ChunkVerifier verifier = verifier(LIVE);
    assertAccepted(verifier, batch(LIVE, 7, 3, 1, false).getFirst());
    assertThat(verifier.check(batch(LIVE, 5, 2, 1, true).getFirst()))
        .isEqualTo(new ChunkCheck.Refused(ChunkRefusal.CONTRADICTION));
    assertThat(verifier.chunkCount()).isEmpty();
  }

  @Test
  void remembersNoMoreThanTheLastBatches() {
    ChunkVerifier verifier = verifier(LIVE);
    List<SealedChunk> all = new ArrayList<>();
    for (int i = 0; i <= ChunkVerifier.MAX_BATCHES; i++) {
      all.add(batch(LIVE, i, 1, i, false).getFirst());
    }
    all.forEach(sealed -> assertAccepted(verifier, sealed));
    int before = checkedSignatures;
    assertAccepted(verifier, all.getLast());
    assertThat(checkedSignatures).isEqualTo(before);
    assertAccepted(verifier, all.getFirst());
    assertThat(checkedSignatures).isEqualTo(before + 1);
  }

  private ChunkVerifier verifier(SignedHeader header) {
    SignatureVerifier counting =
        (signer, domain, message, signature) -> {
          checkedSignatures++;
          return signer.verify(domain, message, signature);
        };
    return new ChunkVerifier(header, counting);
  }

  private void assertAccepted(ChunkVerifier verifier, SealedChunk sealed) {
    assertThat(verifier.check(sealed)).isEqualTo(new ChunkCheck.Accepted(sealed.chunk()));
  }

  private void assertRefused(SealedChunk sealed, ChunkRefusal reason) {
    assertThat(verifier(LIVE).check(sealed)).isEqualTo(new ChunkCheck.Refused(reason));
  }

  private static List<SealedChunk> batch(
      SignedHeader header, long start, int size, long content, boolean isLast) {
    SplittableRandom random = new SplittableRandom(content);
    List<Bytes> payloads = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      byte[] payload = new byte[CHUNK_BYTES];
      random.nextBytes(payload);
      payloads.add(Bytes.wrapOwned(payload));
    }
    return new BatchSigner(header, Streams.PUBLISHER, start).seal(payloads, isLast);
  }

  private static SealedChunk with(SealedChunk sealed, ChunkProof proof) {
    return new SealedChunk(sealed.chunk(), proof);
  }

  private static ChunkProof withBatch(ChunkProof proof, long start, int size, boolean isLast) {
    return new ChunkProof(start, size, isLast, proof.path(), proof.signature());
  }

  private static ChunkProof withPath(ChunkProof proof, Bytes path) {
    return new ChunkProof(
        proof.batchStart(), proof.batchSize(), proof.isLastBatch(), path, proof.signature());
  }

  private static ChunkProof withSignature(ChunkProof proof, Bytes signature) {
    return new ChunkProof(
        proof.batchStart(),
        proof.batchSize(),
        proof.isLastBatch(),
        proof.path(),
        new Signature(signature));
  }

  private static Bytes flipped(Bytes bytes, int bit) {
    byte[] altered = bytes.toArray();
    altered[bit / 8] ^= (byte) (1 << bit % 8);
    return Bytes.wrapOwned(altered);
  }
}
