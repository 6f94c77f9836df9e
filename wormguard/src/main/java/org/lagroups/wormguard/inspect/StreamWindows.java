package org.lagroups.wormguard.inspect;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The last bytes of streams. One stream's are opened at a time, with the next bytes behind them;
 * they are in one piece then. A few have a place of their own. If more streams have many than there
 * is room for, one loses its own that was silent since the hand that looks for such went round.
 */
final class StreamWindows {

  /** The most bytes that a stream brings at a time. */
  private static final int MOST_NEW_BYTES = 1 << 16;

  private static final int NONE = -1;

  private final StreamTails tails;
  private final int windows;
  private final long windowBytes;
  private final MemorySegment kept;
  private final MemorySegment together;

  /** Where new bytes begin in that memory, with those before them before. */
  private final long middle;

  private final int[] windowOf;
  private final int[] streamOf;
  private final boolean[] wasUsed;
  private final int[] free;
  private int freeCount;
  private int unused;
  private int hand;
  private long lost;

  private MemorySegment memory = MemorySegment.NULL;
  private long offset;
  private int length;
  private int begin;

  StreamWindows(int streams, int windows, int windowBytes) {
    this.windows = windows;
    this.windowBytes = windowBytes;
    tails = new StreamTails(streams);
    kept = Arena.ofAuto().allocate(windows * this.windowBytes);
    middle = Math.max(windowBytes, StreamTails.MOST_BYTES);
    together = Arena.ofAuto().allocate(middle + MOST_NEW_BYTES);
    windowOf = new int[streams];
    Arrays.fill(windowOf, NONE);
    streamOf = new int[windows];
    wasUsed = new boolean[windows];
    free = new int[windows];
  }

  /**
   * Puts the next bytes of a stream behind the last ones that are kept of it.
   *
   * @param place where in the stream they are
   */
  void open(int stream, MemorySegment from, long at, int bytes, int place) {
    int before = tails.length(stream);
    if (before == 0 || tails.until(stream) != place) {
      memory = from;
      offset = at;
      length = bytes;
      begin = place;
      return;
    }
    if (before <= StreamTails.MOST_BYTES) {
      StreamTails.copy(tails.memory(), tails.end(stream), together, middle);
    } else {
      MemorySegment.copy(kept, windowAt(stream), together, middle - before, before);
    }
    MemorySegment.copy(from, at, together, middle, bytes);
    memory = together;
    offset = middle - before;
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

  /** Keeps the last of the bytes that were opened, up to so many. */
  void keep(int stream, int most) {
    int bytes = Math.min(length, most);
    long end = offset + length;
    if (bytes > StreamTails.MOST_BYTES) {
      holdWindow(stream);
      MemorySegment.copy(memory, end - bytes, kept, windowAt(stream), bytes);
    } else {
      releaseWindow(stream);
      if (end >= StreamTails.MOST_BYTES) {
        StreamTails.copy(memory, end, tails.memory(), tails.end(stream));
      } else {
        MemorySegment.copy(memory, end - bytes, tails.memory(), tails.end(stream) - bytes, bytes);
      }
    }
    tails.put(stream, bytes, begin + length);
  }

  /** Whether bytes are those that are kept of a stream at a place: all of them. */
  boolean has(int stream, MemorySegment from, long at, int bytes, long place) {
    int there = tails.length(stream);
    int until = tails.until(stream);
    long first = place - (until - there);
    if (there == 0 || first < 0 || place + bytes > until) {
      return false;
    }
    boolean isFew = there <= StreamTails.MOST_BYTES;
    MemorySegment where = isFew ? tails.memory() : kept;
    long start = first + (isFew ? tails.end(stream) - there : windowAt(stream));
    return MemorySegment.mismatch(where, start, start + bytes, from, at, at + bytes) < 0;
  }

  /** One number of a stream, so that the others are in the processor's cache as well. */
  int touch(int stream) {
    return tails.length(stream);
  }

  /** Forgets what is kept of a stream. */
  void forget(int stream) {
    releaseWindow(stream);
    tails.put(stream, 0, 0);
  }

  /** How many streams lost what was kept of them for others. */
  long lost() {
    return lost;
  }

  private void holdWindow(int stream) {
    if (windowOf[stream] == NONE) {
      int window = take();
      windowOf[stream] = window;
      streamOf[window] = stream;
    }
    wasUsed[windowOf[stream]] = true;
  }

  private void releaseWindow(int stream) {
    if (tails.length(stream) > StreamTails.MOST_BYTES) {
      free[freeCount++] = windowOf[stream];
      windowOf[stream] = NONE;
    }
  }

  /** A window that is free, or the next whose stream was silent for a whole round of the hand. */
  private int take() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    if (unused < windows) {
      return unused++;
    }
    while (wasUsed[hand]) {
      wasUsed[hand] = false;
      hand = (hand + 1) % windows;
    }
    int window = hand;
    hand = (hand + 1) % windows;
    windowOf[streamOf[window]] = NONE;
    tails.put(streamOf[window], 0, 0);
    lost++;
    return window;
  }

  private long windowAt(int stream) {
    return windowOf[stream] * windowBytes;
  }
}
