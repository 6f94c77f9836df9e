package org.lagroups.multicast.stream.chunk;

import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;

/**
 * By which anybody can tell that the publisher has sent a chunk: its path to the root of the Merkle
 * tree over a batch of chunks (RFC 6962, section 2.1.1), and the signature of that root. In a batch
 * of one there is no path.
 *
 * @param batchStart the sequence of the batch's first chunk
 * @param batchSize how many chunks the batch has, 1 to {@link #MAX_BATCH}
 * @param isLastBatch whether the stream ends with this batch
 * @param path hashes of {@link #HASH_BYTES} each, from the leaf's sibling upward, one behind the
 *     other; at most {@link #MAX_PATH_BYTES}
 * @param signature not necessarily checked yet
 */
public record ChunkProof(
    long batchStart, int batchSize, boolean isLastBatch, Bytes path, Signature signature) {

  /** The most chunks of a batch. */
  public static final int MAX_BATCH = 64;

  /** Length of a hash in bytes. */
  public static final int HASH_BYTES = 32;

  /** Length of the longest path in bytes: in a batch of 64, six hashes. */
  public static final int MAX_PATH_BYTES = 6 * HASH_BYTES;

  public ChunkProof {
    if (!isPossible(batchStart, batchSize, path.length())) {
      throw new IllegalArgumentException(
          "no batch of chunks: %d from %d, with a path of %d bytes"
              .formatted(batchSize, batchStart, path.length()));
    }
  }

  /** Whether a proof may have these values. */
  public static boolean isPossible(long batchStart, int batchSize, int pathBytes) {
    return batchStart >= 0
        && batchStart <= Chunk.MAX_SEQUENCE
        && batchSize >= 1
        && batchSize <= MAX_BATCH
        && pathBytes <= MAX_PATH_BYTES
        && pathBytes % HASH_BYTES == 0;
  }

  /** The sequence behind the batch's last chunk. */
  public long batchEnd() {
    return batchStart + batchSize;
  }
}
