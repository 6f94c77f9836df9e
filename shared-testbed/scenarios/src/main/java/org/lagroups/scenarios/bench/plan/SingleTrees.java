package org.lagroups.scenarios.bench.plan;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.multicast.plan.Capacities;

/** What one tree can do, where links alone limit. */
final class SingleTrees {

  private SingleTrees() {}

  /** The rate at which a source can send to all others without their help. */
  static double star(Capacities<String> group) {
    return group.receivers().stream()
        .mapToDouble(node -> group.link(group.source(), node))
        .min()
        .orElseThrow();
  }

  /**
   * The rate of the best of all trees: as wide as the narrowest of its links, so it takes the
   * widest way to each node, as Prim's algorithm does.
   */
  static double widest(Capacities<String> group) {
    Map<String, Double> width = new HashMap<>();
    group.receivers().forEach(node -> width.put(node, group.link(group.source(), node)));
    double narrowest = Double.POSITIVE_INFINITY;
    while (!width.isEmpty()) {
      String next =
          width.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
      narrowest = Math.min(narrowest, width.getOrDefault(next, 0.0));
      width.remove(next);
      width.replaceAll((node, wide) -> Math.max(wide, group.link(next, node)));
    }
    return narrowest;
  }
}
