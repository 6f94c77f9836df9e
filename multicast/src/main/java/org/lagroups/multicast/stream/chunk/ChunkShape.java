package org.lagroups.multicast.stream.chunk;

import java.util.OptionalLong;
import org.lagroups.multicast.stream.StreamHeader;

/** Which chunks a stream with a certain header may have. */
final class ChunkShape {

  private final StreamHeader header;

  ChunkShape(StreamHeader header) {
    this.header = header;
  }

  /** Whether length and place of a chunk fit the header. */
  boolean fits(Chunk chunk, ChunkProof proof) {
    OptionalLong count = header.chunkCount();
    if (count.isPresent()) {
      return proof.batchEnd() <= count.getAsLong()
          && proof.isLastBatch() == (proof.batchEnd() == count.getAsLong())
          && chunk.payload().length() == lengthAt(chunk.sequence());
    }
    int length = chunk.payload().length();
    boolean isLast = proof.isLastBatch() && chunk.sequence() == proof.batchEnd() - 1;
    return switch (header.mode()) {
      case FILE -> isLast ? length <= header.chunkBytes() : length == header.chunkBytes();
      case LIVE -> length <= header.chunkBytes() && (isLast || length > 0);
    };
  }

  private long lengthAt(long sequence) {
    long left = header.lengthBytes().orElseThrow() - sequence * header.chunkBytes();
    return Math.min(left, header.chunkBytes());
  }
}
