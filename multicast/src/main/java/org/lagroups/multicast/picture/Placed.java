package org.lagroups.multicast.picture;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.multicast.plan.RelayTree;

/**
 * Where the nodes of a tree are drawn: a level below another, each node above the middle of those
 * to which it sends.
 *
 * @param spots by node; across in columns of one leaf each, down in levels
 * @param columns how many leaves there are
 * @param levels how many nodes are one below the other at most
 */
record Placed(Map<String, Spot> spots, int columns, int levels) {

  Placed {
    spots = Map.copyOf(spots);
  }

  /** A place, in columns from the left and levels from the top. */
  record Spot(double column, int level) {}

  static Placed of(RelayTree<String> tree) {
    Map<String, List<String>> children = new LinkedHashMap<>();
    tree.parents()
        .forEach((to, from) -> children.computeIfAbsent(from, key -> new ArrayList<>()).add(to));
    Map<String, Spot> spots = new LinkedHashMap<>();
    int columns = 0;
    for (String node : children.keySet()) {
      if (!tree.parents().containsKey(node)) {
        columns = place(node, 0, columns, children, spots);
      }
    }
    return new Placed(spots, columns, tree.depth() + 1);
  }

  /** Returns the next free column. */
  private static int place(
      String node,
      int level,
      int column,
      Map<String, List<String>> children,
      Map<String, Spot> spots) {
    List<String> below = children.getOrDefault(node, List.of());
    int next = column;
    for (String child : below) {
      next = place(child, level + 1, next, children, spots);
    }
    int end = Math.max(next, column + 1);
    spots.put(node, new Spot((column + end - 1) / 2.0, level));
    return end;
  }
}
