package org.lagroups.fileshare.merkle;

import java.util.Arrays;
import org.lagroups.machine.Bytes;

/** All nodes of a complete tree, or part of one, computed from its lowest nodes. */
final class Subtree {

  private final int bottom;
  private final byte[][] levels;

  private Subtree(int bottom, byte[][] levels) {
    this.bottom = bottom;
    this.levels = levels;
  }

  /**
   * The tree over {@code count} nodes of height {@code bottom}, up to one node of height {@code
   * top}, with padding where there are no more nodes.
   */
  static Subtree over(int bottom, int top, byte[] nodes, int count) {
    byte[][] levels = new byte[top - bottom + 1][];
    levels[0] = Arrays.copyOf(nodes, count * NodeHasher.HASH);
    NodeHasher hasher = new NodeHasher();
    for (int height = bottom; height < top; height++) {
      byte[] below = levels[height - bottom];
      int nodesBelow = below.length / NodeHasher.HASH;
      byte[] even = Arrays.copyOf(below, (nodesBelow + 1) / 2 * 2 * NodeHasher.HASH);
      if (even.length > below.length) {
        System.arraycopy(NodeHasher.padding(height), 0, even, below.length, NodeHasher.HASH);
      }
      int above = hasher.foldPairs(even, even.length / NodeHasher.HASH);
      levels[height + 1 - bottom] = Arrays.copyOf(even, above * NodeHasher.HASH);
    }
    return new Subtree(bottom, levels);
  }

  /** A node; {@code index} counts within this tree. Padding where no node was given. */
  Bytes node(int height, int index) {
    byte[] level = levels[height - bottom];
    int from = index * NodeHasher.HASH;
    return from < level.length
        ? Bytes.copyOf(level, from, NodeHasher.HASH)
        : Bytes.copyOf(NodeHasher.padding(height));
  }
}
