package org.lagroups.wormguard.match.automaton;

import org.lagroups.wormguard.match.HitSink;

/** Keeps the first end of each literal of a text, which come in any order, until all are known. */
final class FirstEnds implements HitSink {

  private final int[] ids;

  /** By index; 0 where none is known, as no literal ends there. */
  private final long[] ends;

  private final int[] found;
  private int count;

  /** For literals that the tries report by index. */
  FirstEnds(int[] ids) {
    this.ids = ids;
    this.ends = new long[ids.length];
    this.found = new int[ids.length];
  }

  @Override
  public boolean hit(int index, long end) {
    long before = ends[index];
    if (before == 0) {
      found[count++] = index;
    }
    if (before == 0 || end < before) {
      ends[index] = end;
    }
    return true;
  }

  /** Reports what was kept, and forgets it even if {@code hits} stops or throws. */
  boolean report(HitSink hits) {
    try {
      for (int i = 0; i < count; i++) {
        if (!hits.hit(ids[found[i]], ends[found[i]])) {
          return false;
        }
      }
      return true;
    } finally {
      while (count > 0) {
        ends[found[--count]] = 0;
      }
    }
  }
}
