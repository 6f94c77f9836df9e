package org.lagroups.multicast.plan.packing;

import java.util.Arrays;
import org.lagroups.multicast.plan.bound.Limits;

/**
 * Grows trees from the source, a link at a time: always the one by which data arrives first; among
 * equals the widest.
 */
final class TreeGrowth {

  private static final int NONE = -1;
  private static final double TOLERANCE = 1e-9;

  private final Limits limits;
  private final int nodes;
  private final KnownCuts cuts;
  private final double[] shares;
  private final int[] parents;

  /** By node: when data arrives there; infinite if the tree has not come to it yet. */
  private final double[] arrival;

  /** By node that the tree has not come to: the parent by which data arrives first, and when. */
  private final int[] next;

  private final double[] earliest;

  private final boolean[] refused;
  private double rate;

  /**
   * Nothing grown yet.
   *
   * @param shares what each link can carry at present; shared with the caller, who changes them
   */
  TreeGrowth(Limits limits, double[] shares, KnownCuts cuts) {
    this.limits = limits;
    this.nodes = limits.nodes();
    this.cuts = cuts;
    this.shares = shares;
    this.parents = new int[nodes];
    this.arrival = new double[nodes];
    this.next = new int[nodes];
    this.earliest = new double[nodes];
    this.refused = new boolean[nodes * nodes];
  }

  /** Grows a tree at a rate that the links and the known cuts allow; false if it gets stuck. */
  boolean grow(double wanted) {
    rate = wanted;
    cuts.begin();
    Arrays.fill(refused, false);
    Arrays.fill(parents, NONE);
    Arrays.fill(next, NONE);
    Arrays.fill(arrival, Double.POSITIVE_INFINITY);
    join(limits.source(), 0);
    for (int joined = 1; joined < nodes; ) {
      int to = first();
      if (to == NONE) {
        return false;
      }
      int from = next[to];
      if (cuts.allow(from, to, rate)) {
        cuts.enter(from, to);
        parents[to] = from;
        join(to, earliest[to]);
        joined++;
      } else {
        refused[from * nodes + to] = true;
        chooseAgain(to);
      }
    }
    return true;
  }

  /** The parents in the tree that has grown; -1 where it did not come to. */
  int[] parents() {
    return parents.clone();
  }

  private void join(int node, double at) {
    arrival[node] = at;
    next[node] = NONE;
    for (int to = 0; to < nodes; to++) {
      if (arrival[to] == Double.POSITIVE_INFINITY) {
        consider(node, to);
      }
    }
  }

  private int first() {
    int best = NONE;
    for (int to = 0; to < nodes; to++) {
      if (next[to] != NONE
          && (best == NONE || isBefore(earliest[to], next[to] * nodes + to, best))) {
        best = to;
      }
    }
    return best;
  }

  private void chooseAgain(int to) {
    next[to] = NONE;
    for (int from = 0; from < nodes; from++) {
      if (arrival[from] < Double.POSITIVE_INFINITY) {
        consider(from, to);
      }
    }
  }

  private void consider(int from, int to) {
    int link = from * nodes + to;
    if (!refused[link] && shares[link] >= rate - TOLERANCE) {
      double at = arrival[from] + limits.latency(from, to);
      if (next[to] == NONE || isBefore(at, link, to)) {
        next[to] = from;
        earliest[to] = at;
      }
    }
  }

  /** Whether data that arrives over a link is before that of what another node has chosen. */
  private boolean isBefore(double at, int link, int other) {
    return at < earliest[other]
        || (at == earliest[other] && shares[link] > shares[next[other] * nodes + other]);
  }
}
