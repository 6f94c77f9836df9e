package org.lagroups.multicast.stream.chunk;

/**
 * A chunk and the proof that came with it, not necessarily checked yet.
 *
 * @param proof of a batch that has the chunk's sequence in it
 */
public record SealedChunk(Chunk chunk, ChunkProof proof) {

  public SealedChunk {
    if (chunk.sequence() < proof.batchStart() || chunk.sequence() >= proof.batchEnd()) {
      throw new IllegalArgumentException(
          "chunk %d is not in the batch of %d from %d"
              .formatted(chunk.sequence(), proof.batchSize(), proof.batchStart()));
    }
  }
}
