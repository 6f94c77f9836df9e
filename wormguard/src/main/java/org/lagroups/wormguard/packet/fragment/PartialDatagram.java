package org.lagroups.wormguard.packet.fragment;

import java.lang.foreign.MemorySegment;
import java.util.Arrays;
import java.util.BitSet;
import org.lagroups.wormguard.packet.Packet;

/** What has come of a packet so far: its data in units of 8 bytes, and its header. */
final class PartialDatagram {

  /** No packet has more data than that. */
  static final int MAX_BYTES = 65_535;

  static final int UNIT_BYTES = 8;

  private static final int UNKNOWN = -1;
  private static final int UNITS_PER_PAGE = PagePool.PAGE_BYTES / UNIT_BYTES;

  private final PagePool pool;
  private final long sinceNanos;
  private final int[] pages = new int[MAX_BYTES / PagePool.PAGE_BYTES + 1];
  private final BitSet units = new BitSet();

  private int headerPage = PagePool.NONE;
  private int headerLength;
  private int end;
  private int total = UNKNOWN;

  PartialDatagram(PagePool pool, long sinceNanos) {
    this.pool = pool;
    this.sinceNanos = sinceNanos;
    Arrays.fill(pages, PagePool.NONE);
  }

  /** When the first fragment came. */
  long sinceNanos() {
    return sinceNanos;
  }

  /** Whether a fragment's place goes with those that came before. */
  boolean fits(Packet fragment) {
    int until = fragment.ip().fragmentOffset() + fragment.payloadLength();
    boolean isLast = !fragment.ip().moreFragments();
    if (total != UNKNOWN) {
      return until <= total && (!isLast || until == total);
    }
    return !isLast || until >= end;
  }

  /** How many pages a fragment may take: those that its data touches, and one for a header. */
  static int pagesFor(Packet fragment) {
    int offset = fragment.ip().fragmentOffset();
    int last = offset + fragment.payloadLength() - 1;
    return last / PagePool.PAGE_BYTES - offset / PagePool.PAGE_BYTES + 2;
  }

  /** Keeps what is new of a fragment that fits, and says how it goes with what was there. */
  Fate put(Packet fragment) {
    int offset = fragment.ip().fragmentOffset();
    if (offset == 0 && !hasHeader()) {
      putHeader(fragment);
    }
    int length = fragment.payloadLength();
    Fate fate = putData(fragment.frame(), fragment.payloadOffset(), offset, length);
    end = Math.max(end, offset + length);
    if (!fragment.ip().moreFragments()) {
      total = end;
    }
    return fate;
  }

  boolean hasHeader() {
    return headerPage != PagePool.NONE;
  }

  int headerLength() {
    return headerLength;
  }

  /** Where the header lies in the memory of the pool. */
  long headerOffset() {
    return pool.offset(headerPage);
  }

  /** Bytes of data, if all of them are there and the header too; otherwise -1. */
  int wholeLength() {
    return hasHeader() && total != UNKNOWN && units.cardinality() == unitsIn(total)
        ? total
        : UNKNOWN;
  }

  /** Writes out the data of a whole packet. */
  void copyData(MemorySegment into, long at) {
    for (int done = 0; done < total; done += PagePool.PAGE_BYTES) {
      int page = pages[done / PagePool.PAGE_BYTES];
      int size = Math.min(PagePool.PAGE_BYTES, total - done);
      MemorySegment.copy(pool.memory(), pool.offset(page), into, at + done, size);
    }
  }

  /** Gives the memory back; nothing is to be asked for any more. */
  void release() {
    if (hasHeader()) {
      pool.giveBack(headerPage);
    }
    for (int page : pages) {
      if (page != PagePool.NONE) {
        pool.giveBack(page);
      }
    }
  }

  private void putHeader(Packet fragment) {
    headerPage = pool.take();
    headerLength = (int) WholeDatagram.headerLength(fragment);
    MemorySegment.copy(
        fragment.frame(), fragment.networkOffset(), pool.memory(), headerOffset(), headerLength);
    WholeDatagram.mendHeader(fragment, pool.memory(), headerOffset());
  }

  private Fate putData(MemorySegment from, long at, int offset, int length) {
    int known = 0;
    boolean differs = false;
    for (int done = 0; done < length; done += UNIT_BYTES) {
      int unit = (offset + done) / UNIT_BYTES;
      int size = Math.min(UNIT_BYTES, length - done);
      if (units.get(unit)) {
        known++;
        differs |= differs(from, at + done, unit, size);
      } else {
        units.set(unit);
        MemorySegment.copy(from, at + done, pool.memory(), place(unit), size);
      }
    }
    if (differs) {
      return Fate.CONTRADICTING;
    }
    if (known == 0) {
      return Fate.KEPT;
    }
    return known == unitsIn(length) ? Fate.REPEATED : Fate.OVERLAPPING;
  }

  private boolean differs(MemorySegment from, long at, int unit, int size) {
    long place = place(unit);
    return MemorySegment.mismatch(from, at, at + size, pool.memory(), place, place + size) >= 0;
  }

  private long place(int unit) {
    int index = unit / UNITS_PER_PAGE;
    if (pages[index] == PagePool.NONE) {
      pages[index] = pool.take();
    }
    return pool.offset(pages[index]) + (long) (unit % UNITS_PER_PAGE) * UNIT_BYTES;
  }

  private static int unitsIn(int bytes) {
    return (bytes + UNIT_BYTES - 1) / UNIT_BYTES;
  }
}
