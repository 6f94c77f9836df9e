package org.lagroups.multicast.relay;

import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.stream.chunk.Chunk;
import org.lagroups.multicast.stream.chunk.ChunkCheck;
import org.lagroups.multicast.stream.chunk.ChunkProof;
import org.lagroups.multicast.stream.chunk.ChunkRefusal;
import org.lagroups.multicast.stream.chunk.SealedChunk;

/**
 * Chunks whose content follows from their place, so that anybody can check them without a key.
 * Their proofs are as long as real ones in batches of 16.
 */
public final class Pieces {

  public static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));

  private static final int BATCH = 16;
  private static final Bytes PATH = Bytes.wrapOwned(new byte[4 * ChunkProof.HASH_BYTES]);
  private static final Signature SIGNATURE =
      new Signature(Bytes.wrapOwned(new byte[Signature.LENGTH]));

  private Pieces() {}

  /** One of {@code count} chunks. */
  public static SealedChunk piece(long sequence, int bytes, long count) {
    byte[] payload = new byte[bytes];
    for (int i = 0; i < bytes; i++) {
      payload[i] = (byte) (sequence * 31 + i);
    }
    long start = sequence - sequence % BATCH;
    int size = (int) Math.min(BATCH, count - start);
    return new SealedChunk(
        new Chunk(sequence, Bytes.wrapOwned(payload)),
        new ChunkProof(start, size, start + size == count, PATH, SIGNATURE));
  }

  static ChunkCheck check(SealedChunk sealed) {
    Chunk chunk = sealed.chunk();
    Bytes payload = chunk.payload();
    for (int i = 0; i < payload.length(); i++) {
      if (payload.at(i) != (byte) (chunk.sequence() * 31 + i)) {
        return new ChunkCheck.Refused(ChunkRefusal.BAD_SIGNATURE);
      }
    }
    return new ChunkCheck.Accepted(chunk);
  }
}
