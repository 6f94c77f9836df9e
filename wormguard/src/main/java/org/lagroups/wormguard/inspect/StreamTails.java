package org.lagroups.wormguard.inspect;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG_UNALIGNED;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * The last bytes of every stream, if they are few, and otherwise that there are more elsewhere. A
 * stream's are at the end of one cache line whose place is known as soon as its flow is, so that
 * nobody has to wait for it. How many they are changes from one to the next: so that this is no
 * branch, all that there is room for is copied.
 */
final class StreamTails {

  /** The most bytes that are kept here. */
  static final int MOST_BYTES = 56;

  private static final int CACHE_LINE_BYTES = 64;
  private static final int UNTIL = 0;
  private static final int LENGTH = 4;
  private final MemorySegment memory;

  /** With nothing kept of so many streams. */
  StreamTails(int streams) {
    memory = Arena.ofAuto().allocate((long) streams * CACHE_LINE_BYTES, CACHE_LINE_BYTES);
  }

  /** Where all of them lie. */
  MemorySegment memory() {
    return memory;
  }

  /** Where the bytes of a stream end there. */
  long end(int stream) {
    return at(stream) + CACHE_LINE_BYTES;
  }

  /** Copies the most bytes before one end to those before another; both have as many. */
  static void copy(MemorySegment from, long end, MemorySegment to, long toEnd) {
    for (long back = MOST_BYTES; back > 0; back -= Long.BYTES) {
      to.set(JAVA_LONG_UNALIGNED, toEnd - back, from.get(JAVA_LONG_UNALIGNED, end - back));
    }
  }

  /** How many bytes are kept of a stream, here or elsewhere. */
  int length(int stream) {
    return memory.get(JAVA_INT, at(stream) + LENGTH);
  }

  /** The place in the stream behind them. */
  int until(int stream) {
    return memory.get(JAVA_INT, at(stream) + UNTIL);
  }

  void put(int stream, int length, int until) {
    memory.set(JAVA_INT, at(stream) + LENGTH, length);
    memory.set(JAVA_INT, at(stream) + UNTIL, until);
  }

  private static long at(int stream) {
    return (long) stream * CACHE_LINE_BYTES;
  }
}
