package org.lagroups.multicast.runtime.output.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;
import org.lagroups.machine.Bytes;
import org.lagroups.multicast.stream.StreamHeader;
import org.lagroups.multicast.stream.StreamId;

/**
 * Where the chunks of a stream stand in its file: all have the same length but the last.
 *
 * @param stream chunks of another are not mixed in
 * @param chunkBytes 1 to {@link StreamHeader#MAX_CHUNK_BYTES}
 * @param lengthBytes of the whole, if that is known from the beginning
 */
public record ChunkLayout(StreamId stream, int chunkBytes, OptionalLong lengthBytes) {

  /** The most chunks of a file: their notes take 256 MiB. */
  public static final int MAX_CHUNKS = 1 << 26;

  private static final byte[] MAGIC = "LAGCAST1".getBytes(StandardCharsets.US_ASCII);
  private static final long UNKNOWN = -1;

  public ChunkLayout {
    if (chunkBytes < 1 || chunkBytes > StreamHeader.MAX_CHUNK_BYTES) {
      throw new IllegalArgumentException("no chunks of " + chunkBytes + " bytes");
    }
    if (lengthBytes.isPresent() && chunksOf(lengthBytes.getAsLong(), chunkBytes) > MAX_CHUNKS) {
      throw new IllegalArgumentException("a file has at most " + MAX_CHUNKS + " chunks");
    }
  }

  /** That of a stream in file mode. */
  public static ChunkLayout of(StreamId stream, StreamHeader header) {
    return new ChunkLayout(stream, header.chunkBytes(), header.lengthBytes());
  }

  /** The same of a length that is known. */
  ChunkLayout withLength(long length) {
    return new ChunkLayout(stream, chunkBytes, OptionalLong.of(length));
  }

  /** How many chunks there are; as many as there can be, if the length is not known. */
  int chunkCount() {
    return lengthBytes.isEmpty() ? MAX_CHUNKS : (int) chunksOf(lengthBytes.getAsLong(), chunkBytes);
  }

  long offsetOf(int chunk) {
    return (long) chunk * chunkBytes;
  }

  /** How long a chunk is at most, and is exactly, if the length is known. */
  int bytesOf(int chunk) {
    return lengthBytes.isEmpty()
        ? chunkBytes
        : (int) Math.min(chunkBytes, lengthBytes.getAsLong() - offsetOf(chunk));
  }

  /** Whether a chunk of that length can stand there. */
  boolean fits(long sequence, int bytes) {
    if (sequence < 0 || sequence >= chunkCount() || bytes < 1) {
      return false;
    }
    int most = bytesOf((int) sequence);
    return lengthBytes.isEmpty() ? bytes <= most : bytes == most;
  }

  /** What the notes beside the file begin with. */
  Bytes header() {
    ByteBuffer header =
        ByteBuffer.allocate(MAGIC.length + StreamId.LENGTH + Integer.BYTES + Long.BYTES);
    header.put(MAGIC).put(stream.bytes().asReadOnlyBuffer());
    header.putInt(chunkBytes).putLong(lengthBytes.orElse(UNKNOWN));
    return Bytes.wrapOwned(header.array());
  }

  private static long chunksOf(long length, int chunkBytes) {
    if (length < 0) {
      throw new IllegalArgumentException("no negative length: " + length);
    }
    return Math.ceilDiv(length, chunkBytes);
  }
}
