package org.lagroups.scenarios.bench.cast.content;

import java.util.SplittableRandom;
import org.lagroups.machine.Bytes;

/**
 * A file that any node can make again, to compare.
 *
 * @param seed of its bytes, which look random
 * @param chunks into which it is cut, all of one size
 */
public record SharedFile(long seed, int chunks, int chunkBytes) {

  /** The longest; nodes have it in memory. */
  public static final long MAX_BYTES = 256L << 20;

  /** A file of one chunk or more. */
  public SharedFile {
    if (chunks < 1 || chunkBytes < 1 || (long) chunks * chunkBytes > MAX_BYTES) {
      throw new IllegalArgumentException(
          "a file has 1 to %d bytes, not %d times %d".formatted(MAX_BYTES, chunks, chunkBytes));
    }
  }

  /** All of it. */
  public long bytes() {
    return (long) chunks * chunkBytes;
  }

  /** What is in a chunk. */
  public Bytes chunk(int number) {
    byte[] chunk = new byte[chunkBytes];
    new SplittableRandom(seed + number).nextBytes(chunk);
    return Bytes.wrapOwned(chunk);
  }
}
