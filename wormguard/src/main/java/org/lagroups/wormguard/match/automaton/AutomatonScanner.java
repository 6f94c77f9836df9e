package org.lagroups.wormguard.match.automaton;

import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.match.CheckedScanner;
import org.lagroups.wormguard.match.HitSink;

/**
 * Reads a text in four lanes at once, as one lane would mostly wait for its next row to arrive from
 * memory. A lane begins so much before its part that its state is right where the part begins.
 */
final class AutomatonScanner extends CheckedScanner {

  /** Below this a text is read in one lane. */
  private static final int MIN_LANE_BYTES = 32;

  private static final int LANES = 4;

  private final AutomatonMatcher matcher;
  private final int[] table;
  private final byte[] classes;
  private final int warmUp;
  private final @Nullable FirstEnds firstEnds;

  AutomatonScanner(AutomatonMatcher matcher) {
    this.matcher = matcher;
    this.table = matcher.tails().table();
    this.classes = matcher.tails().classTable();
    this.warmUp = matcher.tails().tailBytes() - 1;
    this.firstEnds = matcher.newFirstEnds().orElse(null);
  }

  @Override
  protected boolean scanChecked(MemorySegment memory, long offset, int lengthBytes, HitSink hits) {
    matcher.requireOpen();
    if (firstEnds == null) {
      return scanText(memory, offset, lengthBytes, hits);
    }
    scanText(memory, offset, lengthBytes, firstEnds);
    return firstEnds.report(hits);
  }

  private boolean scanText(MemorySegment memory, long offset, int lengthBytes, HitSink hits) {
    return lengthBytes < LANES * MIN_LANE_BYTES
        ? scanPart(memory, offset, 0, 0, lengthBytes, hits)
        : scanInLanes(memory, offset, lengthBytes, hits);
  }

  @Override
  protected void release() {}

  /** Reports what ends after {@code from} and up to {@code to}, reading from {@code begin} on. */
  private boolean scanPart(
      MemorySegment memory, long offset, int begin, int from, int to, HitSink hits) {
    int row = 0;
    for (int i = begin; i < to; i++) {
      row = next(row, memory, offset + i);
      if (row < 0) {
        row = ~row;
        if (i >= from && !report(memory, offset, i + 1, hits)) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean scanInLanes(MemorySegment memory, long offset, int length, HitSink hits) {
    int lane = length / LANES;
    int row1 = rowBefore(memory, offset, lane);
    int row2 = rowBefore(memory, offset, 2 * lane);
    int row3 = rowBefore(memory, offset, 3 * lane);
    int row0 = 0;
    for (int i = 0; i < lane; i++) {
      row0 = next(row0, memory, offset + i);
      row1 = next(row1, memory, offset + lane + i);
      row2 = next(row2, memory, offset + 2L * lane + i);
      row3 = next(row3, memory, offset + 3L * lane + i);
      if ((row0 | row1 | row2 | row3) < 0) {
        if ((row0 < 0 && !report(memory, offset, i + 1, hits))
            || (row1 < 0 && !report(memory, offset, lane + i + 1, hits))
            || (row2 < 0 && !report(memory, offset, 2 * lane + i + 1, hits))
            || (row3 < 0 && !report(memory, offset, 3 * lane + i + 1, hits))) {
          return false;
        }
        row0 ^= row0 >> 31;
        row1 ^= row1 >> 31;
        row2 ^= row2 >> 31;
        row3 ^= row3 >> 31;
      }
    }
    int rest = LANES * lane;
    return scanPart(memory, offset, rest - warmUp, rest, length, hits);
  }

  /** The row that reading everything before {@code from} ends in. */
  private int rowBefore(MemorySegment memory, long offset, int from) {
    int row = 0;
    for (int i = from - warmUp; i < from; i++) {
      row = next(row, memory, offset + i);
      row ^= row >> 31;
    }
    return row;
  }

  private int next(int row, MemorySegment memory, long at) {
    return table[row + (classes[memory.get(ValueLayout.JAVA_BYTE, at) & 0xff] & 0xff)];
  }

  private boolean report(MemorySegment memory, long offset, int end, HitSink hits) {
    return matcher.exact().reportEndingAt(memory, offset, offset + end, hits)
        && matcher.caseless().reportEndingAt(memory, offset, offset + end, hits);
  }
}
