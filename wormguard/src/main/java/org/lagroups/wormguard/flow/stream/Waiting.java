package org.lagroups.wormguard.flow.stream;

import java.lang.foreign.MemorySegment;
import org.lagroups.wormguard.flow.FlowNotes;

/**
 * What waits, of each stream: its chain of pages in their order. Streams that wait are in the order
 * in which they began to.
 */
final class Waiting {

  static final int NONE = -1;

  /** Says that no byte of a stream waits; no place in a stream is as great. */
  static final int NOTHING = Integer.MAX_VALUE;

  private final PagePool pool;
  private final FlowNotes.OfStreams firstPage;
  private final int[] before;
  private final int[] after;
  private int oldest = NONE;
  private int newest = NONE;

  Waiting(FlowNotes notes, int bytes) {
    int streams = 2 * notes.maxFlows();
    pool = new PagePool(bytes);
    firstPage = notes.ofStreams(PagePool.NONE);
    before = new int[streams];
    after = new int[streams];
  }

  PagePool pool() {
    return pool;
  }

  /** Bytes for each stream, whether it waits or not. */
  static int bytesPerStream() {
    return 3 * Integer.BYTES;
  }

  /** The stream that has waited longest, or {@link #NONE}. */
  int oldest() {
    return oldest;
  }

  boolean has(int stream) {
    return firstPage.get(stream) != PagePool.NONE;
  }

  /** How many pages bytes may take at most. */
  static int pagesFor(int offset, int length) {
    return (offset + length - 1) / PagePool.PAGE_BYTES - offset / PagePool.PAGE_BYTES + 1;
  }

  /**
   * Keeps bytes where none are; there have to be enough pages. Says whether others are the same.
   */
  boolean put(int stream, int offset, MemorySegment from, long at, int length) {
    if (!has(stream)) {
      append(stream);
    }
    boolean isSame = true;
    int previous = PagePool.NONE;
    for (int done = 0; done < length; ) {
      int within = (offset + done) % PagePool.PAGE_BYTES;
      int size = Math.min(length - done, PagePool.PAGE_BYTES - within);
      int page = page(stream, (offset + done) / PagePool.PAGE_BYTES, previous);
      isSame &= pool.put(page, within, from, at + done, size);
      previous = page;
      done += size;
    }
    return isSame;
  }

  /** The first byte at or behind a place that waits, or {@link #NOTHING}. */
  int firstFrom(int stream, int offset) {
    for (int page = firstPage.get(stream); page != PagePool.NONE; page = pool.next(page)) {
      int start = pool.number(page) * PagePool.PAGE_BYTES;
      int within = pool.nextPresent(page, Math.clamp(offset - start, 0, PagePool.PAGE_BYTES));
      if (within < PagePool.PAGE_BYTES) {
        return start + within;
      }
    }
    return NOTHING;
  }

  /** Whether a byte waits. */
  boolean has(int stream, int offset) {
    return firstFrom(stream, offset) == offset;
  }

  /** In how many pieces what waits at or behind a place lies. */
  int pieces(int stream, int offset) {
    int pieces = 0;
    int end = 0;
    boolean isBefore = false;
    for (int page = firstPage.get(stream); page != PagePool.NONE; page = pool.next(page)) {
      int start = pool.number(page) * PagePool.PAGE_BYTES;
      pieces += pool.pieces(page, Math.max(0, offset - start), isBefore && start == end);
      end = start + PagePool.PAGE_BYTES;
      isBefore = pool.hasLast(page);
    }
    return pieces;
  }

  /** Where in the pool a byte that waits lies, which has to be on the stream's first page. */
  long place(int stream, int offset) {
    return pool.offset(firstPage.get(stream)) + offset % PagePool.PAGE_BYTES;
  }

  /** How many bytes wait from such a byte on without a hole, on its page. */
  int run(int stream, int offset) {
    int within = offset % PagePool.PAGE_BYTES;
    return pool.nextAbsent(firstPage.get(stream), within) - within;
  }

  /** Gives back the pages of which nothing waits at or behind a place. */
  void release(int stream, int offset) {
    if (!has(stream)) {
      return;
    }
    int first = firstFrom(stream, offset);
    int page = firstPage.get(stream);
    while (page != PagePool.NONE
        && (first == NOTHING || pool.number(page) < first / PagePool.PAGE_BYTES)) {
      int following = pool.next(page);
      pool.giveBack(page);
      page = following;
    }
    firstPage.put(stream, page);
    if (page == PagePool.NONE) {
      remove(stream);
    }
  }

  private int page(int stream, int number, int from) {
    int previous = from;
    int page = previous == PagePool.NONE ? firstPage.get(stream) : pool.next(previous);
    while (page != PagePool.NONE && pool.number(page) < number) {
      previous = page;
      page = pool.next(page);
    }
    if (page != PagePool.NONE && pool.number(page) == number) {
      return page;
    }
    int added = pool.take(number, page);
    if (previous == PagePool.NONE) {
      firstPage.put(stream, added);
    } else {
      pool.setNext(previous, added);
    }
    return added;
  }

  private void append(int stream) {
    before[stream] = newest;
    after[stream] = NONE;
    if (newest == NONE) {
      oldest = stream;
    } else {
      after[newest] = stream;
    }
    newest = stream;
  }

  private void remove(int stream) {
    if (before[stream] == NONE) {
      oldest = after[stream];
    } else {
      after[before[stream]] = after[stream];
    }
    if (after[stream] == NONE) {
      newest = before[stream];
    } else {
      before[after[stream]] = before[stream];
    }
  }
}
