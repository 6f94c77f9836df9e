package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.core.graph.compact.Adjacency;

/** Makes the part of a graph between some of its vertices, in linear time. */
final class InducedGraph {

  private InducedGraph() {}

  static <V> AttestationGraph<V> of(AttestationGraph<V> graph, boolean[] kept) {
    Adjacency out = graph.out();
    int[] renumbered = new int[kept.length];
    List<V> vertices = new ArrayList<>();
    Map<V, Integer> indices = new HashMap<>();
    for (int v = 0; v < kept.length; v++) {
      if (kept[v]) {
        renumbered[v] = vertices.size();
        indices.put(graph.vertexAt(v), vertices.size());
        vertices.add(graph.vertexAt(v));
      }
    }
    int[] start = new int[vertices.size() + 1];
    int[] neighbours = new int[out.edgeCount()];
    double[] costs = new double[out.edgeCount()];
    double[] capacities = new double[out.edgeCount()];
    int count = 0;
    for (int v = 0; v < kept.length; v++) {
      for (int slot = out.start(v); kept[v] && slot < out.start(v + 1); slot++) {
        if (kept[out.neighbour(slot)]) {
          neighbours[count] = renumbered[out.neighbour(slot)];
          costs[count] = graph.costAt(slot);
          capacities[count++] = graph.capacityAt(slot);
        }
      }
      if (kept[v]) {
        start[renumbered[v] + 1] = count;
      }
    }
    return new AttestationGraph<>(
        List.copyOf(vertices),
        indices,
        new Adjacency(start, Arrays.copyOf(neighbours, count)),
        Arrays.copyOf(costs, count),
        Arrays.copyOf(capacities, count));
  }
}
