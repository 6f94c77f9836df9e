package org.lagroups.multicast.stream.chunk;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;

/**
 * Tells a stream's chunks from others. The signature of a batch is checked with its first chunk
 * (about 80 µs) and then remembered, so the rest costs a hash each. Not for several threads at
 * once.
 *
 * <p>An accepted chunk may be passed on as it came: its signature is the one that was checked, so
 * no receiver blames this node for it.
 */
public final class ChunkVerifier {

  /** The most batches that are remembered; those that were asked for last. */
  public static final int MAX_BATCHES = 512;

  private static final float LOAD_FACTOR = 0.75f;

  private final StreamId stream;
  private final StreamHeader header;
  private final ChunkShape shape;
  private final SignatureVerifier signatures;
  private final BatchTree tree = new BatchTree();
  private final Map<Long, SignedBatch> batches = new Batches();

  private OptionalLong chunkCount;
  private long furthestEnd;

  /**
   * For one stream.
   *
   * @param header its signature has been checked
   */
  public ChunkVerifier(SignedHeader header, SignatureVerifier signatures) {
    this.stream = header.id();
    this.header = header.header();
    this.shape = new ChunkShape(header.header());
    this.signatures = signatures;
    this.chunkCount = header.header().chunkCount();
  }

  /** How many chunks the stream has, as far as its header or an accepted chunk says. */
  public OptionalLong chunkCount() {
    return chunkCount;
  }

  /** Checks a chunk, which may be anything. Never throws. */
  public ChunkCheck check(SealedChunk sealed) {
    ChunkRefusal refusal = problemOf(sealed.chunk(), sealed.proof());
    if (refusal != null) {
      return new ChunkCheck.Refused(refusal);
    }
    furthestEnd = Math.max(furthestEnd, sealed.proof().batchEnd());
    if (sealed.proof().isLastBatch()) {
      chunkCount = OptionalLong.of(sealed.proof().batchEnd());
    }
    return new ChunkCheck.Accepted(sealed.chunk());
  }

  private @Nullable ChunkRefusal problemOf(Chunk chunk, ChunkProof proof) {
    if (!shape.fits(chunk, proof)) {
      return ChunkRefusal.BAD_SHAPE;
    }
    int index = (int) (chunk.sequence() - proof.batchStart());
    if (proof.path().length() != BatchTree.pathBytes(index, proof.batchSize())) {
      return ChunkRefusal.BAD_PATH;
    }
    Bytes root = tree.root(chunk.payload(), index, proof.batchSize(), proof.path());
    SignedBatch batch = new SignedBatch(proof, root);
    SignedBatch known = batches.get(proof.batchStart());
    if (batch.equals(known)) {
      return null;
    }
    if (!isSigned(batch)) {
      return ChunkRefusal.BAD_SIGNATURE;
    }
    if ((known != null && !known.saysTheSameAs(batch)) || contradictsTheEnd(proof)) {
      return ChunkRefusal.CONTRADICTION;
    }
    batches.put(proof.batchStart(), batch);
    return null;
  }

  private boolean isSigned(SignedBatch batch) {
    Bytes claim = BatchClaim.of(stream, batch.start(), batch.size(), batch.isLast(), batch.root());
    return signatures.isGood(header.publisher(), BatchClaim.DOMAIN, claim, batch.signature());
  }

  private boolean contradictsTheEnd(ChunkProof proof) {
    boolean isBehindTheEnd = chunkCount.isPresent() && proof.batchEnd() > chunkCount.getAsLong();
    return isBehindTheEnd || (proof.isLastBatch() && proof.batchEnd() < furthestEnd);
  }

  private record SignedBatch(
      long start, int size, boolean isLast, Bytes root, Signature signature) {

    SignedBatch(ChunkProof proof, Bytes root) {
      this(proof.batchStart(), proof.batchSize(), proof.isLastBatch(), root, proof.signature());
    }

    boolean saysTheSameAs(SignedBatch other) {
      return size == other.size && isLast == other.isLast && root.equals(other.root);
    }
  }

  private static final class Batches extends LinkedHashMap<Long, SignedBatch> {

    private static final long serialVersionUID = 1L;

    Batches() {
      super(MAX_BATCHES + 1, LOAD_FACTOR, true);
    }

    @Override
    protected boolean removeEldestEntry(Map.Entry<Long, SignedBatch> eldest) {
      return size() > MAX_BATCHES;
    }
  }
}
