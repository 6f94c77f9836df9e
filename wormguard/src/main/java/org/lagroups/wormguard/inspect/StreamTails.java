package org.lagroups.wormguard.inspect;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The last bytes of every stream, if they are few, and otherwise that there are more elsewhere. A
 * stream's are in one cache line whose place is known as soon as its flow is, so that nobody has to
 * wait for it.
 */
final class StreamTails {

  /** The most bytes that are kept here. */
  static final int MOST_BYTES = 56;

  private static final int CACHE_LINE_BYTES = 64;
  private static final int END = 0;
  private static final int LENGTH = 4;
  private static final int BYTES = 8;

  private final MemorySegment memory;

  /** With nothing kept of so many streams. */
  StreamTails(int streams) {
    memory = Arena.ofAuto().allocate((long) streams * CACHE_LINE_BYTES, CACHE_LINE_BYTES);
  }

  /** Where all of them lie. */
  MemorySegment memory() {
    return memory;
  }

  /** Where the bytes of a stream begin there. */
  long bytesAt(int stream) {
    return at(stream) + BYTES;
  }

  /** How many bytes are kept of a stream, here or elsewhere. */
  int length(int stream) {
    return memory.get(JAVA_INT, at(stream) + LENGTH);
  }

  /** The place in the stream behind them. */
  int end(int stream) {
    return memory.get(JAVA_INT, at(stream) + END);
  }

  void put(int stream, int length, int end) {
    memory.set(JAVA_INT, at(stream) + LENGTH, length);
    memory.set(JAVA_INT, at(stream) + END, end);
  }

  private static long at(int stream) {
    return (long) stream * CACHE_LINE_BYTES;
  }
}
