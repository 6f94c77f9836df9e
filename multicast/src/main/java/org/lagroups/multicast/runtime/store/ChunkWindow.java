package org.lagroups.multicast.runtime.store;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** The last chunks of a stream, in memory. */
public final class ChunkWindow implements ChunkStore {

  /** Room for a second of a stream of 500 Mbit/s, or for a minute of one of 8 Mbit/s. */
  public static final long LIVE_BYTES = 64L << 20;

  /** What a chunk takes besides its payload, about. */
  private static final int AROUND_BYTES = 512;

  private final long maxBytes;
  private final TreeMap<Long, SealedChunk> chunks = new TreeMap<>();
  private long bytes;
  private long lowest;

  /** Holds so many bytes at most, and one chunk at least. */
  public ChunkWindow(long maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public void put(SealedChunk chunk) {
    long sequence = chunk.chunk().sequence();
    if (sequence < lowest || chunks.put(sequence, chunk) != null) {
      return;
    }
    bytes += size(chunk);
    while (bytes > maxBytes && chunks.size() > 1) {
      Map.Entry<Long, SealedChunk> eldest = chunks.firstEntry();
      chunks.remove(eldest.getKey());
      bytes -= size(eldest.getValue());
      lowest = eldest.getKey() + 1;
    }
  }

  @Override
  public void fetch(long sequence, Consumer<SealedChunk> then) {
    find(sequence).ifPresent(then);
  }

  @Override
  public long lowest() {
    return lowest;
  }

  /** A chunk that is there. */
  public Optional<SealedChunk> find(long sequence) {
    return Optional.ofNullable(chunks.get(sequence));
  }

  private static long size(SealedChunk chunk) {
    return (long) chunk.chunk().payload().length() + AROUND_BYTES;
  }
}
