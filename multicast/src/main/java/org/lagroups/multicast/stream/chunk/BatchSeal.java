package org.lagroups.multicast.stream.chunk;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.lagroups.core.crypto.Signature;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;

/**
 * What has to be kept of a batch to give its chunks away later, when nothing is left of them but
 * their payloads on a disk.
 *
 * @param start the sequence of its first chunk
 * @param size how many chunks it has
 * @param isLast whether the stream ends with it
 * @param signature the publisher's
 */
public record BatchSeal(long start, int size, boolean isLast, Signature signature) {

  /** How long the encoded form is. */
  public static final int ENCODED_BYTES = Long.BYTES + 2 + Signature.LENGTH;

  /**
   * Reads what {@link #encoded} made.
   *
   * @return nothing if it is none
   */
  public static Optional<BatchSeal> decode(Bytes encoded) {
    if (encoded.length() != ENCODED_BYTES) {
      return Optional.empty();
    }
    ByteBuffer in = encoded.asReadOnlyBuffer();
    long start = in.getLong();
    int size = in.get();
    int last = in.get();
    boolean isOne =
        start >= 0
            && start <= Chunk.MAX_SEQUENCE
            && size >= 1
            && size <= ChunkProof.MAX_BATCH
            && (last == 0 || last == 1);
    Bytes signature = encoded.slice(ENCODED_BYTES - Signature.LENGTH, ENCODED_BYTES);
    return isOne
        ? Optional.of(new BatchSeal(start, size, last == 1, new Signature(signature)))
        : Optional.empty();
  }

  /** What is kept of it. */
  public Bytes encoded() {
    ByteBuffer out = ByteBuffer.allocate(ENCODED_BYTES);
    out.putLong(start).put((byte) size).put((byte) (isLast ? 1 : 0));
    out.put(signature.value().asReadOnlyBuffer());
    return Bytes.wrapOwned(out.array());
  }

  /** That of the batch in which a chunk came. */
  public static BatchSeal of(ChunkProof proof) {
    return new BatchSeal(
        proof.batchStart(), proof.batchSize(), proof.isLastBatch(), proof.signature());
  }

  /** The sequence behind the batch's last chunk. */
  public long end() {
    return start + size;
  }

  /**
   * The chunks with their proofs, as they came once.
   *
   * @param payloads of all chunks of the batch, perhaps altered meanwhile
   * @return nothing if these are not what the publisher has signed
   */
  public Optional<List<SealedChunk>> reseal(
      SignedHeader header, SignatureVerifier signatures, List<Bytes> payloads) {
    if (payloads.size() != size) {
      return Optional.empty();
    }
    List<BatchTree.Path> paths = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      paths.add(new BatchTree.Path(i, size));
    }
    Bytes root = new BatchTree().build(payloads, paths);
    Bytes claim = BatchClaim.of(header.id(), start, size, isLast, root);
    if (!signatures.isGood(header.header().publisher(), BatchClaim.DOMAIN, claim, signature)) {
      return Optional.empty();
    }
    List<SealedChunk> sealed = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      ChunkProof proof = new ChunkProof(start, size, isLast, paths.get(i).bytes(), signature);
      sealed.add(new SealedChunk(new Chunk(start + i, payloads.get(i)), proof));
    }
    return Optional.of(sealed);
  }
}
