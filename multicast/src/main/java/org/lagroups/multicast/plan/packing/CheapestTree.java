package org.lagroups.multicast.plan.packing;

import java.util.Arrays;

/**
 * The cheapest tree that spans all nodes from the source, by contraction of cycles (Chu and Liu,
 * "On the shortest arborescence of a directed graph", Scientia Sinica 14, 1965; Edmonds, "Optimum
 * branchings", J. Res. NBS 71B, 1967). Each level of contraction takes time quadratic in its nodes.
 */
public final class CheapestTree {

  private static final int NONE = -1;

  private final Level[] levels;

  /** For as many nodes. */
  public CheapestTree(int nodes) {
    this.levels = new Level[nodes];
    for (int i = 0; i < nodes; i++) {
      levels[i] = new Level(nodes - i);
    }
  }

  /**
   * Finds it.
   *
   * @param costs by {@code from * nodes + to}; infinite where there is no link
   * @return the parent of each node, -1 for the source's
   * @throws IllegalArgumentException if a node cannot be reached
   */
  public int[] find(double[] costs, int source) {
    Level top = levels[0];
    top.size = top.capacity;
    System.arraycopy(costs, 0, top.cost, 0, costs.length);
    if (!solve(0, source)) {
      throw new IllegalArgumentException("a node cannot be reached");
    }
    return top.parent.clone();
  }

  private boolean solve(int depth, int source) {
    Level level = levels[depth];
    if (!level.chooseParents(source)) {
      return false;
    }
    int parts = level.markCycles(source);
    if (parts == level.size) {
      return true;
    }
    Level inner = levels[depth + 1];
    level.contract(inner, parts);
    if (!solve(depth + 1, level.part[source])) {
      return false;
    }
    level.open(inner, level.part[source]);
    return true;
  }

  /** A graph of nodes, some of which are cycles of the level above. */
  private static final class Level {
    private final int capacity;
    private int size;
    private final double[] cost;
    private final int[] parent;
    private final int[] part;
    private final int[] mark;

    /** Of the contracted graph: which link of this level stands for one of the next. */
    private final int[] origin;

    Level(int capacity) {
      this.capacity = capacity;
      this.cost = new double[capacity * capacity];
      this.parent = new int[capacity];
      this.part = new int[capacity];
      this.mark = new int[capacity];
      this.origin = new int[capacity * capacity];
    }

    boolean chooseParents(int source) {
      Arrays.fill(parent, 0, size, NONE);
      for (int to = 0; to < size; to++) {
        if (to == source) {
          continue;
        }
        double least = Double.POSITIVE_INFINITY;
        for (int from = 0; from < size; from++) {
          double one = cost[from * size + to];
          if (from != to && one < least) {
            least = one;
            parent[to] = from;
          }
        }
        if (parent[to] == NONE) {
          return false;
        }
      }
      return true;
    }

    /** Numbers the parts, a cycle being one and any other node too; answers how many. */
    int markCycles(int source) {
      Arrays.fill(part, 0, size, NONE);
      Arrays.fill(mark, 0, size, NONE);
      int parts = 0;
      for (int start = 0; start < size; start++) {
        int at = start;
        while (at != source && mark[at] == NONE) {
          mark[at] = start;
          at = parent[at];
        }
        if (at != source && mark[at] == start && part[at] == NONE) {
          for (int on = at; part[on] == NONE; on = parent[on]) {
            part[on] = parts;
          }
          parts++;
        }
      }
      for (int node = 0; node < size; node++) {
        if (part[node] == NONE) {
          mark[node] = NONE;
          part[node] = parts++;
        }
      }
      return parts;
    }

    /** A node that lies on no cycle has no mark after {@link #markCycles}. */
    private boolean isOnCycle(int node) {
      return mark[node] != NONE;
    }

    void contract(Level inner, int parts) {
      inner.size = parts;
      Arrays.fill(inner.cost, 0, parts * parts, Double.POSITIVE_INFINITY);
      for (int from = 0; from < size; from++) {
        for (int to = 0; to < size; to++) {
          if (part[from] == part[to]) {
            continue;
          }
          double one = cost[from * size + to];
          if (isOnCycle(to)) {
            one -= cost[parent[to] * size + to];
          }
          int at = part[from] * parts + part[to];
          if (one < inner.cost[at]) {
            inner.cost[at] = one;
            origin[at] = from * size + to;
          }
        }
      }
    }

    /** Takes over the parents that were found for the parts. */
    void open(Level inner, int sourcePart) {
      for (int p = 0; p < inner.size; p++) {
        if (p != sourcePart) {
          int link = origin[inner.parent[p] * inner.size + p];
          parent[link % size] = link / size;
        }
      }
    }
  }
}
