package org.lagroups.multicast.stream.chunk;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.SignedHeader;
import org.lagroups.multicast.stream.StreamId;

/**
 * Seals a stream's chunks as its publisher, batch after batch. A batch costs one signature (about
 * 30 µs) and a hash of what is in it. Not for several threads at once.
 */
public final class BatchSigner {

  /**
   * How many chunks make a good batch where nobody waits for the first one: of a file. With more,
   * paths are longer, which every chunk brings; with fewer, more signatures have to be kept.
   */
  public static final int FILE_BATCH = 8;

  private final StreamId stream;
  private final Identity publisher;
  private final ChunkShape shape;
  private final BatchTree tree = new BatchTree();

  private long nextSequence;
  private boolean isEnded;

  /**
   * For a stream that begins, or goes on after a restart.
   *
   * @param nextSequence that of the next chunk, 0 or more
   * @throws IllegalArgumentException if the header is another publisher's
   */
  public BatchSigner(SignedHeader header, Identity publisher, long nextSequence) {
    if (!publisher.publicIdentity().equals(header.header().publisher())) {
      throw new IllegalArgumentException("only its publisher signs a stream");
    }
    if (nextSequence < 0 || nextSequence > Chunk.MAX_SEQUENCE) {
      throw new IllegalArgumentException("no sequence of a chunk: " + nextSequence);
    }
    this.stream = header.id();
    this.publisher = publisher;
    this.shape = new ChunkShape(header.header());
    this.nextSequence = nextSequence;
  }

  /** The sequence of the next chunk. */
  public long nextSequence() {
    return nextSequence;
  }

  /**
   * Seals the next chunks.
   *
   * @param payloads 1 to {@link ChunkProof#MAX_BATCH}, as long as the header says. The last one of
   *     a stream whose length was not known may be empty
   * @param isLast whether the stream ends here
   * @throws IllegalArgumentException if they do not fit the header
   * @throws IllegalStateException if the stream has ended
   */
  public List<SealedChunk> seal(List<Bytes> payloads, boolean isLast) {
    if (isEnded) {
      throw new IllegalStateException("the stream has ended");
    }
    int size = payloads.size();
    if (size < 1 || size > ChunkProof.MAX_BATCH) {
      throw new IllegalArgumentException("a batch has 1 to 64 chunks, not " + size);
    }
    List<BatchTree.Path> paths = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      paths.add(new BatchTree.Path(i, size));
    }
    Bytes root = tree.build(payloads, paths);
    Bytes claim = BatchClaim.of(stream, nextSequence, size, isLast, root);
    Signature signature = publisher.sign(BatchClaim.DOMAIN, claim);
    List<SealedChunk> sealed = new ArrayList<>(size);
    for (int i = 0; i < size; i++) {
      Chunk chunk = new Chunk(nextSequence + i, payloads.get(i));
      ChunkProof proof =
          new ChunkProof(nextSequence, size, isLast, paths.get(i).bytes(), signature);
      if (!shape.fits(chunk, proof)) {
        throw new IllegalArgumentException(
            "the stream has no chunk %d of %d bytes%s"
                .formatted(
                    chunk.sequence(), chunk.payload().length(), isLast ? " at its end" : ""));
      }
      sealed.add(new SealedChunk(chunk, proof));
    }
    nextSequence += size;
    isEnded = isLast;
    return sealed;
  }
}
