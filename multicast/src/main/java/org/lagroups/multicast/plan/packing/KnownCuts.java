package org.lagroups.multicast.plan.packing;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.lagroups.multicast.plan.bound.NodeSet;

/**
 * Sets of receivers that a tree must not enter too often, since each time it takes of what the rest
 * of the rate needs to enter the set. A tree enters each set once at least, so the slack of a set,
 * by which what can enter it exceeds the rate, limits how often beyond that.
 */
final class KnownCuts {

  private static final double TOLERANCE = 1e-9;

  /** Sets that are remembered; one that is not known only makes a tree be grown in vain. */
  private static final int MAX_CUTS = 2_000;

  private final int nodes;
  private final Set<Long> known = new HashSet<>();
  private long[] sides = new long[64];
  private double[] slack = new double[64];

  /** By set: how often the tree that grows enters it. */
  private int[] entries = new int[64];

  private int size;

  /** None yet, of so many nodes. */
  KnownCuts(int nodes) {
    this.nodes = nodes;
  }

  int size() {
    return size;
  }

  /**
   * Remembers a set.
   *
   * @param shares by {@code from * nodes + to}, what can go over each link
   * @param rate that has to enter it
   */
  void learn(long side, double[] shares, double rate) {
    if (size == MAX_CUTS || !known.add(side)) {
      return;
    }
    if (size == sides.length) {
      sides = Arrays.copyOf(sides, 2 * size);
      slack = Arrays.copyOf(slack, 2 * size);
      entries = Arrays.copyOf(entries, 2 * size);
    }
    sides[size] = side;
    slack[size] = width(side, shares) - rate;
    size++;
  }

  private double width(long side, double[] shares) {
    double width = 0;
    for (int from = 0; from < nodes; from++) {
      for (long left = NodeSet.has(side, from) ? 0 : side; left != 0; left &= left - 1) {
        width += shares[from * nodes + Long.numberOfTrailingZeros(left)];
      }
    }
    return width;
  }

  /** A tree begins to grow. */
  void begin() {
    Arrays.fill(entries, 0, size, 0);
  }

  /** Whether the tree may go along a link, at a rate. */
  boolean allow(int from, int to, double rate) {
    for (int i = 0; i < size; i++) {
      if (entries[i] > 0
          && entries[i] * rate > slack[i] + TOLERANCE
          && isEntered(sides[i], from, to)) {
        return false;
      }
    }
    return true;
  }

  /** The tree goes along a link. */
  void enter(int from, int to) {
    for (int i = 0; i < size; i++) {
      entries[i] += isEntered(sides[i], from, to) ? 1 : 0;
    }
  }

  /** A tree is taken out, which takes as much of the rate. */
  void take(int[] parents, double rate) {
    for (int i = 0; i < size; i++) {
      slack[i] -= (entries(sides[i], parents) - 1) * rate;
    }
  }

  /** How fast a tree may be for the sake of a set; infinite if it enters the set only once. */
  double rateInto(long side, int[] parents, double[] shares, double rate) {
    int again = entries(side, parents) - 1;
    return again > 0 ? (width(side, shares) - rate) / again : Double.POSITIVE_INFINITY;
  }

  private static int entries(long side, int[] parents) {
    int count = 0;
    for (long left = side; left != 0; left &= left - 1) {
      count += NodeSet.has(side, parents[Long.numberOfTrailingZeros(left)]) ? 0 : 1;
    }
    return count;
  }

  private static boolean isEntered(long side, int from, int to) {
    return NodeSet.has(side, to) && !NodeSet.has(side, from);
  }
}
