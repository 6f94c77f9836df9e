package org.lagroups.multicast.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** All chunks, or the last few. */
final class MemoryStore implements ChunkStore {

  private final long window;
  private final Map<Long, SealedChunk> chunks = new HashMap<>();
  private long lowest;

  MemoryStore(long window) {
    this.window = window;
  }

  int size() {
    return chunks.size();
  }

  @Override
  public void put(SealedChunk chunk) {
    long sequence = chunk.chunk().sequence();
    if (chunks.put(sequence, chunk) != null) {
      throw new AssertionError("twice: " + sequence);
    }
    while (sequence - lowest >= window) {
      chunks.remove(lowest++);
    }
  }

  @Override
  public void fetch(long sequence, Consumer<SealedChunk> then) {
    SealedChunk chunk = chunks.get(sequence);
    if (chunk != null) {
      then.accept(chunk);
    }
  }

  @Override
  public long lowest() {
    return lowest;
  }
}
