package org.lagroups.multicast.stream;

import java.util.OptionalLong;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Printable;

/**
 * What a publisher says of a stream before its first byte, and never changes.
 *
 * @param publisher whose signature each batch of chunks carries
 * @param title for people; safe to show on one line, see {@link #isTitle}
 * @param chunkBytes the longest payload of a chunk, 1 to {@link #MAX_CHUNK_BYTES}. In file mode
 *     each payload but the last has exactly this length
 * @param lengthBytes how long the whole stream is, at most {@link #MAX_LENGTH_BYTES}; nothing if
 *     nobody knows yet, and in live mode
 * @param createdMillis wall-clock milliseconds since 1970-01-01 UTC
 * @param nonce {@link #NONCE_BYTES} random bytes, so that no two streams have the same ID
 */
public record StreamHeader(
    PublicIdentity publisher,
    String title,
    StreamMode mode,
    int chunkBytes,
    OptionalLong lengthBytes,
    long createdMillis,
    Bytes nonce) {

  /** The longest payload of a chunk in bytes: a chunk and its proof fit into one message. */
  public static final int MAX_CHUNK_BYTES = 32 * 1024;

  /** The longest stream in bytes. */
  public static final long MAX_LENGTH_BYTES = 1L << 50;

  /** Length of the nonce in bytes. */
  public static final int NONCE_BYTES = 16;

  public StreamHeader {
    if (!isTitle(title)) {
      throw new IllegalArgumentException("not a title: " + Printable.of(title));
    }
    if (!isChunkLength(chunkBytes)) {
      throw new IllegalArgumentException("a chunk has 1 to 32768 bytes, not " + chunkBytes);
    }
    if (lengthBytes.isPresent()
        && (mode == StreamMode.LIVE || !isLength(lengthBytes.getAsLong()))) {
      throw new IllegalArgumentException("no length of a stream: " + lengthBytes.getAsLong());
    }
    if (createdMillis < 0) {
      throw new IllegalArgumentException("before 1970: " + createdMillis);
    }
    if (nonce.length() != NONCE_BYTES) {
      throw new IllegalArgumentException("a nonce has 16 bytes, not " + nonce.length());
    }
  }

  /** Whether a text is a title: at most 120 characters, none of which disturbs a terminal. */
  public static boolean isTitle(String text) {
    return Printable.of(text).equals(text);
  }

  static boolean isChunkLength(int bytes) {
    return bytes >= 1 && bytes <= MAX_CHUNK_BYTES;
  }

  static boolean isLength(long bytes) {
    return bytes >= 0 && bytes <= MAX_LENGTH_BYTES;
  }

  /** How many chunks the stream has; nothing if nobody knows yet. */
  public OptionalLong chunkCount() {
    return lengthBytes.isPresent()
        ? OptionalLong.of(Math.ceilDiv(lengthBytes.getAsLong(), chunkBytes))
        : OptionalLong.empty();
  }
}
