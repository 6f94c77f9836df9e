package org.lagroups.multicast.protocol;

import java.io.ByteArrayOutputStream;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/** All chunks, in memory. */
final class KeptChunks implements ChunkStore {

  private final TreeMap<Long, SealedChunk> chunks = new TreeMap<>();

  @Override
  public void put(SealedChunk chunk) {
    chunks.put(chunk.chunk().sequence(), chunk);
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
    return 0;
  }

  /** The whole content, in order. */
  Bytes content() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    chunks.values().forEach(chunk -> out.writeBytes(chunk.chunk().payload().toArray()));
    return Bytes.wrapOwned(out.toByteArray());
  }

  SealedChunk first() {
    return chunks.firstEntry().getValue();
  }

  int count() {
    return chunks.size();
  }
}
