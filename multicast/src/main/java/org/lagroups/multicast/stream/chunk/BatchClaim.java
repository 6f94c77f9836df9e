package org.lagroups.multicast.stream.chunk;

import java.nio.ByteBuffer;
import org.lagroups.core.crypto.Domain;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamId;

/** What a publisher signs of a batch. */
final class BatchClaim {

  static final Domain DOMAIN = new Domain("lagroups/cast-batch/1");

  private static final int BYTES = StreamId.LENGTH + Long.BYTES + 2 + ChunkProof.HASH_BYTES;

  private BatchClaim() {}

  /** Stream (20), first sequence (8), size (1), whether it is the last (1), root (32). */
  static Bytes of(StreamId stream, long start, int size, boolean isLast, Bytes root) {
    byte[] claim =
        ByteBuffer.allocate(BYTES)
            .put(stream.bytes().asReadOnlyBuffer())
            .putLong(start)
            .put((byte) size)
            .put((byte) (isLast ? 1 : 0))
            .put(root.asReadOnlyBuffer())
            .array();
    return Bytes.wrapOwned(claim);
  }
}
