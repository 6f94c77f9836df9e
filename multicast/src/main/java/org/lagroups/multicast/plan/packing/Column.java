package org.lagroups.multicast.plan.packing;

import java.util.Arrays;
import java.util.List;
import org.lagroups.multicast.plan.bound.Limits;

/** A tree, and how much it takes of each row that limits, for one unit of its rate. */
public final class Column {

  private static final int NONE = -1;

  private final int[] parents;
  private final int[] rows;
  private final int[] amounts;
  private final double latency;

  /** The tree with these parents; the source's is -1. */
  Column(Limits limits, int[] parents) {
    this.parents = parents.clone();
    int n = limits.nodes();
    int[] children = new int[n];
    int[] foundRows = new int[2 * n + 1];
    int[] foundAmounts = new int[2 * n + 1];
    int found = 0;
    for (int to = 0; to < n; to++) {
      if (parents[to] == NONE) {
        continue;
      }
      children[parents[to]]++;
      int row = limits.link(parents[to], to);
      if (limits.isFinite(row)) {
        foundRows[found] = row;
        foundAmounts[found++] = 1;
      }
    }
    for (int node = 0; node < n; node++) {
      if (children[node] > 0 && limits.isFinite(limits.uplink(node))) {
        foundRows[found] = limits.uplink(node);
        foundAmounts[found++] = children[node];
      }
    }
    if (limits.isFinite(limits.ceiling())) {
      foundRows[found] = limits.ceiling();
      foundAmounts[found++] = 1;
    }
    this.rows = Arrays.copyOf(foundRows, found);
    this.amounts = Arrays.copyOf(foundAmounts, found);
    this.latency = meanLatency(limits, parents);
  }

  private static double meanLatency(Limits limits, int[] parents) {
    double sum = 0;
    for (int node = 0; node < parents.length; node++) {
      for (int at = node; parents[at] != NONE; at = parents[at]) {
        sum += limits.latency(parents[at], at);
      }
    }
    return sum / Math.max(1, parents.length - 1);
  }

  /** The parent of each node; -1 for the source's. */
  public int[] parents() {
    return parents.clone();
  }

  int parent(int node) {
    return parents[node];
  }

  /** How long data takes on its way to a receiver, in the mean. */
  double latency() {
    return latency;
  }

  /** The greatest latency of some trees. */
  static double slowest(List<Column> trees) {
    return trees.stream().mapToDouble(Column::latency).max().orElse(0);
  }

  /** How many rows it takes something of. */
  int size() {
    return rows.length;
  }

  int row(int i) {
    return rows[i];
  }

  int amount(int i) {
    return amounts[i];
  }

  /** What a unit of its rate costs at these prices, by row. */
  double cost(double[] prices) {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += amounts[i] * prices[rows[i]];
    }
    return sum;
  }

  /** How much it takes of a row. */
  int amountOf(int row) {
    for (int i = 0; i < rows.length; i++) {
      if (rows[i] == row) {
        return amounts[i];
      }
    }
    return 0;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Column that && Arrays.equals(parents, that.parents);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(parents);
  }
}
