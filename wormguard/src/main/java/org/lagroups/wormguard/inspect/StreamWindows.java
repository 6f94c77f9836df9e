package org.lagroups.wormguard.inspect;

import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * The last bytes of streams. One stream's are opened at a time, with the next bytes behind them;
 * they are in one piece then. If more streams have some than there is room for, one loses its own
 * that was silent since the hand that looks for such went round.
 */
final class StreamWindows {

  /** The most bytes that a stream brings at a time. */
  private static final int MOST_NEW_BYTES = 1 << 16;

  private static final int NONE = -1;

  /** Before the bytes, so that what is looked at together lies together. */
  private static final int HEADER_BYTES = 16;

  private static final int STREAM = 0;
  private static final int END = 4;
  private static final int LENGTH = 8;
  private static final int WAS_USED = 12;

  private static final int CACHE_LINE_BYTES = 64;

  private final int windows;
  private final long stride;
  private final MemorySegment kept;
  private final MemorySegment together;
  private final int[] windowOf;
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
    long bytes = HEADER_BYTES + (long) windowBytes;
    this.stride = Math.ceilDiv(bytes, CACHE_LINE_BYTES) * CACHE_LINE_BYTES;
    kept = Arena.ofAuto().allocate(windows * stride, CACHE_LINE_BYTES);
    together = Arena.ofAuto().allocate(windowBytes + MOST_NEW_BYTES);
    windowOf = new int[streams];
    Arrays.fill(windowOf, NONE);
    free = new int[windows];
  }

  /**
   * Puts the next bytes of a stream behind the last ones that are kept of it.
   *
   * @param place where in the stream they are
   */
  void open(int stream, MemorySegment from, long at, int bytes, int place) {
    int window = windowOf[stream];
    if (window == NONE || get(window, END) != place) {
      memory = from;
      offset = at;
      length = bytes;
      begin = place;
      return;
    }
    int before = get(window, LENGTH);
    MemorySegment.copy(kept, bytesAt(window), together, 0, before);
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

  /** Keeps the last of the bytes that were opened, up to so many. */
  void keep(int stream, int most) {
    int bytes = Math.min(length, most);
    if (bytes == 0) {
      forget(stream);
      return;
    }
    int window = windowOf[stream];
    if (window == NONE) {
      window = take();
      windowOf[stream] = window;
      put(window, STREAM, stream);
    }
    put(window, END, begin + length);
    put(window, LENGTH, bytes);
    put(window, WAS_USED, 1);
    MemorySegment.copy(memory, offset + length - bytes, kept, bytesAt(window), bytes);
  }

  /** Whether bytes are those that are kept of a stream at a place: all of them. */
  boolean has(int stream, MemorySegment from, long at, int bytes, long place) {
    int window = windowOf[stream];
    if (window == NONE) {
      return false;
    }
    long first = place - (get(window, END) - get(window, LENGTH));
    if (first < 0 || place + bytes > get(window, END)) {
      return false;
    }
    long start = bytesAt(window) + first;
    return MemorySegment.mismatch(kept, start, start + bytes, from, at, at + bytes) < 0;
  }

  /** Forgets what is kept of a stream. */
  void forget(int stream) {
    int window = windowOf[stream];
    if (window != NONE) {
      windowOf[stream] = NONE;
      free[freeCount++] = window;
    }
  }

  /** How many streams lost what was kept of them for others. */
  long lost() {
    return lost;
  }

  /** A window that is free, or the next whose stream was silent for a whole round of the hand. */
  private int take() {
    if (freeCount > 0) {
      return free[--freeCount];
    }
    if (unused < windows) {
      return unused++;
    }
    while (get(hand, WAS_USED) != 0) {
      put(hand, WAS_USED, 0);
      hand = (hand + 1) % windows;
    }
    int window = hand;
    hand = (hand + 1) % windows;
    windowOf[get(window, STREAM)] = NONE;
    lost++;
    return window;
  }

  private long bytesAt(int window) {
    return window * stride + HEADER_BYTES;
  }

  private int get(int window, int field) {
    return kept.get(JAVA_INT, window * stride + field);
  }

  private void put(int window, int field, int value) {
    kept.set(JAVA_INT, window * stride + field, value);
  }
}
