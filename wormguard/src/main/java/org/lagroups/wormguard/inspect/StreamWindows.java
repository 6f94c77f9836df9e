package org.lagroups.wormguard.inspect;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The last bytes of streams. One stream's are opened at a time, with the next bytes behind them;
 * they are in one piece then. If more streams have some than there is room for, the one that was
 * silent for longest loses its own.
 */
final class StreamWindows {

  /** The most bytes that a stream brings at a time. */
  private static final int MOST_NEW_BYTES = 1 << 16;

  private static final int NONE = -1;

  private final int windowBytes;
  private final MemorySegment kept;
  private final MemorySegment together;
  private final int[] placeOf;
  private final int[] streamOf;
  private final int[] lengths;
  private final int[] ends;
  private final int[] older;
  private final int[] newer;
  private int oldest = NONE;
  private int newest = NONE;
  private int unused;
  private int free = NONE;
  private long lost;

  private MemorySegment memory = MemorySegment.NULL;
  private long offset;
  private int length;
  private int begin;

  StreamWindows(int streams, int windows, int windowBytes) {
    this.windowBytes = windowBytes;
    kept = Arena.ofAuto().allocate((long) windows * windowBytes);
    together = Arena.ofAuto().allocate(windowBytes + MOST_NEW_BYTES);
    placeOf = new int[streams];
    Arrays.fill(placeOf, NONE);
    streamOf = new int[windows];
    lengths = new int[windows];
    ends = new int[windows];
    older = new int[windows];
    newer = new int[windows];
  }

  /**
   * Puts the next bytes of a stream behind the last ones that are kept of it.
   *
   * @param place where in the stream they are
   */
  void open(int stream, MemorySegment from, long at, int bytes, int place) {
    int window = placeOf[stream];
    if (window == NONE || ends[window] != place) {
      memory = from;
      offset = at;
      length = bytes;
      begin = place;
      return;
    }
    int before = lengths[window];
    MemorySegment.copy(kept, at(window), together, 0, before);
    MemorySegment.copy(from, at, together, before, bytes);
    memory = together;
    offset = 0;
    length = before + bytes;
    begin = place - before;
  }

  /** Where the bytes that were opened lie. */
  MemorySegment memory() {
    return memory;
  }

  /** Where in that memory. */
  long offset() {
    return offset;
  }

  /** How many there are. */
  int length() {
    return length;
  }

  /** Where in the stream they begin. */
  int begin() {
    return begin;
  }

  /** Keeps the last of the bytes that were opened. */
  void keep(int stream) {
    int window = placeOf[stream];
    if (window == NONE) {
      window = take();
      placeOf[stream] = window;
      streamOf[window] = stream;
    } else {
      unlink(window);
    }
    append(window);
    int bytes = Math.min(length, windowBytes);
    MemorySegment.copy(memory, offset + length - bytes, kept, at(window), bytes);
    lengths[window] = bytes;
    ends[window] = begin + length;
  }

  /** Forgets what is kept of a stream. */
  void forget(int stream) {
    int window = placeOf[stream];
    if (window != NONE) {
      placeOf[stream] = NONE;
      unlink(window);
      newer[window] = free;
      free = window;
    }
  }

  /** How many streams lost what was kept of them for others. */
  long lost() {
    return lost;
  }

  private long at(int window) {
    return (long) window * windowBytes;
  }

  private int take() {
    if (free != NONE) {
      int window = free;
      free = newer[window];
      return window;
    }
    if (unused < streamOf.length) {
      return unused++;
    }
    int window = oldest;
    lost++;
    placeOf[streamOf[window]] = NONE;
    unlink(window);
    return window;
  }

  private void append(int window) {
    older[window] = newest;
    newer[window] = NONE;
    if (newest == NONE) {
      oldest = window;
    } else {
      newer[newest] = window;
    }
    newest = window;
  }

  private void unlink(int window) {
    if (older[window] == NONE) {
      oldest = newer[window];
    } else {
      newer[older[window]] = newer[window];
    }
    if (newer[window] == NONE) {
      newest = older[window];
    } else {
      older[newer[window]] = older[window];
    }
  }
}
