package org.lagroups.wormguard.flow.stream;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.Arrays;

/**
 * Memory for bytes that wait, in pages. A page knows of each of its bytes whether it is there, so
 * that many small segments take no more room than a large one. Pages may form chains.
 */
final class PagePool {

  static final int PAGE_BYTES = 1_024;

  /** Says that there is no page. */
  static final int NONE = -1;

  private static final int WORDS = PAGE_BYTES / Long.SIZE;

  private final MemorySegment memory;
  private final long[] present;
  private final int[] numbers;
  private final int[] next;
  private int free = NONE;
  private int freeCount;

  PagePool(int bytes) {
    int pages = bytes / PAGE_BYTES;
    memory = Arena.ofAuto().allocate((long) pages * PAGE_BYTES, Long.BYTES);
    present = new long[pages * WORDS];
    numbers = new int[pages];
    next = new int[pages];
    for (int page = pages - 1; page >= 0; page--) {
      giveBack(page);
    }
  }

  MemorySegment memory() {
    return memory;
  }

  /** Where a page begins. */
  long offset(int page) {
    return (long) page * PAGE_BYTES;
  }

  int freePages() {
    return freeCount;
  }

  int usedPages() {
    return numbers.length - freeCount;
  }

  /** An empty page. There has to be a free one. */
  int take(int number, int following) {
    int page = free;
    free = next[page];
    freeCount--;
    Arrays.fill(present, page * WORDS, (page + 1) * WORDS, 0);
    numbers[page] = number;
    next[page] = following;
    return page;
  }

  void giveBack(int page) {
    next[page] = free;
    free = page;
    freeCount++;
  }

  /** Which page of its stream this is. */
  int number(int page) {
    return numbers[page];
  }

  /** The page behind this in its chain. */
  int next(int page) {
    return next[page];
  }

  void setNext(int page, int following) {
    next[page] = following;
  }

  /** The first byte at or behind a place that is there; the page's size if none is. */
  int nextPresent(int page, int from) {
    return nextBit(page, from, 0);
  }

  /** The first byte at or behind a place that is not there; the page's size if all are. */
  int nextAbsent(int page, int from) {
    return nextBit(page, from, -1);
  }

  /** Whether the last byte is there. */
  boolean hasLast(int page) {
    return present[(page + 1) * WORDS - 1] < 0;
  }

  /**
   * How many pieces begin on a page at or behind a place.
   *
   * @param isBefore whether the byte before its first one is there
   */
  int pieces(int page, int from, boolean isBefore) {
    int pieces = 0;
    long carry = isBefore ? 1 : 0;
    for (int i = 0; i < WORDS; i++) {
      int before = Math.max(0, from - i * Long.SIZE);
      long word = before >= Long.SIZE ? 0 : present[page * WORDS + i] & -1L << before;
      pieces += Long.bitCount(word & ~(word << 1 | carry));
      carry = word >>> (Long.SIZE - 1);
    }
    return pieces;
  }

  /**
   * Writes those bytes that are not there.
   *
   * @return whether those that are there are the same
   */
  boolean put(int page, int at, MemorySegment from, long offset, int length) {
    long place = offset(page);
    int end = at + length;
    long shift = offset - at;
    boolean isSame = true;
    int done = at;
    while (done < end) {
      int absent = Math.min(end, nextAbsent(page, done));
      isSame &= isSame(place + done, place + absent, from, shift + done, shift + absent);
      int until = Math.min(end, nextPresent(page, absent));
      MemorySegment.copy(from, shift + absent, memory, place + absent, until - absent);
      markPresent(page, absent, until);
      done = until;
    }
    return isSame;
  }

  private boolean isSame(long at, long end, MemorySegment from, long fromAt, long fromEnd) {
    return MemorySegment.mismatch(memory, at, end, from, fromAt, fromEnd) < 0;
  }

  private void markPresent(int page, int from, int end) {
    for (int i = from; i < end; ) {
      int bits = Math.min(end - i, Long.SIZE - i % Long.SIZE);
      present[page * WORDS + i / Long.SIZE] |= -1L >>> (Long.SIZE - bits) << i;
      i += bits;
    }
  }

  /** The first bit that is set after all were flipped, or not. */
  private int nextBit(int page, int from, long flip) {
    for (int i = from; i < PAGE_BYTES; i = (i / Long.SIZE + 1) * Long.SIZE) {
      long word = (present[page * WORDS + i / Long.SIZE] ^ flip) >>> i;
      if (word != 0) {
        return i + Long.numberOfTrailingZeros(word);
      }
    }
    return PAGE_BYTES;
  }
}
