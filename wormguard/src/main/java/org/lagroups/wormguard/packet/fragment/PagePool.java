package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;

/**
 * Memory for fragments, in pages: a packet of which only the ends have come takes two of them, and
 * not the 64 KiB that it may become.
 */
final class PagePool {

  static final int PAGE_BYTES = 1_024;

  /** Says that there is no page. */
  static final int NONE = -1;

  private final MemorySegment memory;
  private final int[] free;
  private int freeCount;

  PagePool(int bytes) {
    int pages = bytes / PAGE_BYTES;
    memory = Arena.ofAuto().allocate((long) pages * PAGE_BYTES, Long.BYTES);
    free = new int[pages];
    for (int i = 0; i < pages; i++) {
      free[i] = pages - 1 - i;
    }
    freeCount = pages;
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
    return free.length - freeCount;
  }

  /** A page with any bytes in it. There has to be a free one. */
  int take() {
    return free[--freeCount];
  }

  void giveBack(int page) {
    free[freeCount++] = page;
  }
}
