package org.lagroups.fileshare.merkle;

/**
 * Consecutive leaves of a tree.
 *
 * @param first index of the first, 0 or more
 * @param count how many, at least 1
 */
public record LeafRange(int first, int count) {

  public LeafRange {
    if (first < 0 || count < 1 || first > Integer.MAX_VALUE - count) {
      throw new IllegalArgumentException("no range of leaves: " + first + " and " + count);
    }
  }

  /** The index after the last. */
  public int end() {
    return first + count;
  }
}
