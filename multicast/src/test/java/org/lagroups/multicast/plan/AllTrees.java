package org.lagroups.multicast.plan;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Every tree of a small group, and the greatest rate they reach together, by the plainest means.
 */
final class AllTrees {

  private static final double TINY = 1e-10;

  private AllTrees() {}

  /** All ways to give each receiver a parent, without circles; 125 for five nodes. */
  static <V> List<RelayTree<V>> of(Capacities<V> capacities) {
    List<RelayTree<V>> trees = new ArrayList<>();
    extend(capacities, capacities.receivers(), new HashMap<>(), trees);
    return trees;
  }

  private static <V> void extend(
      Capacities<V> capacities, List<V> left, Map<V, V> parents, List<RelayTree<V>> trees) {
    if (left.isEmpty()) {
      RelayTree<V> tree = new RelayTree<>(1, parents);
      if (capacities.receivers().stream().allMatch(node -> rises(node, parents))) {
        trees.add(tree);
      }
      return;
    }
    V node = left.getFirst();
    for (V parent : capacities.nodes()) {
      if (!parent.equals(node)) {
        parents.put(node, parent);
        extend(capacities, left.subList(1, left.size()), parents, trees);
        parents.remove(node);
      }
    }
  }

  private static <V> boolean rises(V node, Map<V, V> parents) {
    V at = node;
    for (int i = 0; i <= parents.size(); i++) {
      V parent = parents.get(at);
      if (parent == null) {
        return true;
      }
      at = parent;
    }
    return false;
  }

  /** The price of a tree. */
  static <V> double cost(RelayTree<V> tree, RateProof<V> proof) {
    return tree.parents().entrySet().stream()
        .mapToDouble(link -> proof.cost(link.getValue(), link.getKey()))
        .sum();
  }

  /** The greatest rate; by the simplex method on a full table, with Bland's rule. */
  static <V> double greatestRate(Capacities<V> capacities) {
    List<RelayTree<V>> trees = of(capacities);
    List<double[]> rows = new ArrayList<>();
    for (V node : capacities.nodes()) {
      add(rows, trees, capacities.up(node), (from, to) -> from.equals(node));
      if (!node.equals(capacities.source())) {
        add(rows, trees, capacities.down(node), (from, to) -> to.equals(node));
      }
      for (V other : capacities.nodes()) {
        if (!other.equals(node)) {
          add(
              rows,
              trees,
              capacities.link(node, other),
              (from, to) -> from.equals(node) && to.equals(other));
        }
      }
    }
    return maximum(rows, trees.size());
  }

  /** Whether a link takes of a row. */
  @FunctionalInterface
  private interface Takes<V> {
    boolean test(V from, V to);
  }

  private static <V> void add(
      List<double[]> rows, List<RelayTree<V>> trees, double capacity, Takes<V> takes) {
    if (capacity == Double.POSITIVE_INFINITY) {
      return;
    }
    double[] row = new double[trees.size() + 1];
    for (int i = 0; i < trees.size(); i++) {
      row[i] =
          trees.get(i).parents().entrySet().stream()
              .filter(link -> takes.test(link.getValue(), link.getKey()))
              .count();
    }
    row[trees.size()] = capacity;
    rows.add(row);
  }

  private static double maximum(List<double[]> rows, int variables) {
    int m = rows.size();
    int width = variables + m + 1;
    double[][] table = new double[m + 1][width];
    int[] basic = new int[m];
    for (int r = 0; r < m; r++) {
      System.arraycopy(rows.get(r), 0, table[r], 0, variables);
      table[r][variables + r] = 1;
      table[r][width - 1] = rows.get(r)[variables];
      basic[r] = variables + r;
    }
    for (int c = 0; c < variables; c++) {
      table[m][c] = -1;
    }
    while (true) {
      int column = 0;
      while (column < width - 1 && table[m][column] > -TINY) {
        column++;
      }
      if (column == width - 1) {
        return table[m][width - 1];
      }
      pivot(table, basic, leaving(table, basic, column), column);
    }
  }

  private static int leaving(double[][] table, int[] basic, int column) {
    int last = table[0].length - 1;
    int best = -1;
    for (int r = 0; r < basic.length; r++) {
      if (table[r][column] > TINY) {
        double less =
            best < 0
                ? -1
                : table[r][last] / table[r][column] - table[best][last] / table[best][column];
        if (less < -TINY || (less <= TINY && basic[r] < basic[best])) {
          best = r;
        }
      }
    }
    if (best < 0) {
      throw new IllegalArgumentException("nothing limits the rate");
    }
    return best;
  }

  private static void pivot(double[][] table, int[] basic, int row, int column) {
    double factor = table[row][column];
    for (int c = 0; c < table[row].length; c++) {
      table[row][c] /= factor;
    }
    for (int r = 0; r < table.length; r++) {
      double times = table[r][column];
      if (r != row && times != 0) {
        for (int c = 0; c < table[r].length; c++) {
          table[r][c] -= times * table[row][c];
        }
      }
    }
    basic[row] = column;
  }
}
