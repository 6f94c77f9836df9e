package org.lagroups.multicast.relay;

import java.util.function.Consumer;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/**
 * Keeps chunks that have been checked: the whole stream in file mode, a window of it in live mode.
 */
public interface ChunkStore {

  /** Keeps a chunk. Called once for each; what no longer fits into a window is forgotten. */
  void put(SealedChunk chunk);

  /**
   * Finds a chunk.
   *
   * @param then called with it at once, or later on the same thread; never if it is not there
   */
  void fetch(long sequence, Consumer<SealedChunk> then);

  /** The first sequence that may be there still: everything below it has been forgotten. */
  long lowest();

  /**
   * Whether one more chunk can be kept now. If not, a receiver lets what comes go by, as if it had
   * been lost on the way, and gets it later.
   */
  default boolean hasRoom() {
    return true;
  }
}
