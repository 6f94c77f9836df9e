package org.lagroups.wormguard.capture;

import java.io.EOFException;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * A capture in a file, read piece by piece into the same memory, which so stays in the processor's
 * cache. A mapped file costs three times as much to go through, most of it for its pages.
 */
final class FileSource implements CaptureSource {

  /** The most bytes that are brought at a time: the longest frame, and what stands before it. */
  static final int MOST_BYTES = Frames.MAX_FRAME_BYTES + 64;

  /** How much is read at a time: about what fits into the second cache beside all else. */
  private static final int CHUNK_BYTES = 1 << 18;

  private final FileChannel channel;
  private final long size;
  private final MemorySegment memory = Arena.ofAuto().allocate(MOST_BYTES + CHUNK_BYTES);
  private final ByteBuffer buffer = memory.asByteBuffer();
  private long first;
  private int filled;

  FileSource(FileChannel channel, long size) {
    this.channel = channel;
    this.size = size;
  }

  @Override
  public long size() {
    return size;
  }

  @Override
  public MemorySegment memory() {
    return memory;
  }

  @Override
  public boolean has(long at, int length) {
    long place = at - first;
    return place >= 0 && place + length <= filled;
  }

  @Override
  public long bring(long at, int length) throws IOException {
    if (!has(at, length)) {
      fetch(at, length);
    }
    return at - first;
  }

  private void fetch(long at, int length) throws IOException {
    long place = at - first;
    int kept = place >= 0 && place < filled ? (int) (filled - place) : 0;
    MemorySegment.copy(memory, filled - kept, memory, 0, kept);
    first = at;
    filled = kept;
    buffer.limit((int) Math.min(kept + CHUNK_BYTES, size - at));
    while (filled < length) {
      int count = channel.read(buffer.position(filled), first + filled);
      if (count < 0) {
        throw new EOFException("it was shortened while it was read");
      }
      filled += count;
    }
  }
}
