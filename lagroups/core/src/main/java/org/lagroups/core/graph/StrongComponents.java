package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lagroups.core.graph.compact.TarjanSearch;

/**
 * The strongly connected components of a graph: the largest sets of nodes that all reach each
 * other. The overlay's groups rely on them (paper, section 3.1).
 *
 * <p>Computed once, by Tarjan's algorithm in linear time and with a stack of its own, so depth does
 * not matter. Immutable; may be shared between threads.
 */
public final class StrongComponents<V> {

  private final AttestationGraph<V> graph;
  private final List<List<V>> components;
  private final int[] componentOf;

  public StrongComponents(AttestationGraph<V> graph) {
    int[] leaders = new TarjanSearch(graph.out()).leaders();
    List<List<V>> groups = new ArrayList<>();
    int[] groupOfLeader = new int[leaders.length];
    Arrays.fill(groupOfLeader, -1);
    for (int v = 0; v < leaders.length; v++) {
      if (groupOfLeader[leaders[v]] < 0) {
        groupOfLeader[leaders[v]] = groups.size();
        groups.add(new ArrayList<>());
      }
      groups.get(groupOfLeader[leaders[v]]).add(graph.vertexAt(v));
    }
    // A stable sort: among equal sizes, the one with the first node in natural order stays ahead.
    groups.sort(Comparator.comparingInt((List<V> group) -> group.size()).reversed());
    this.graph = graph;
    this.components = groups.stream().map(List::copyOf).toList();
    this.componentOf = new int[leaders.length];
    for (int c = 0; c < components.size(); c++) {
      for (V member : components.get(c)) {
        componentOf[graph.indexOf(member)] = c;
      }
    }
  }

  /** All components, the largest first; the members of each in natural order. */
  public List<List<V>> all() {
    return components;
  }

  /**
   * The component of a node, in natural order: all that it reaches and that reach it, and itself.
   */
  public List<V> containing(V vertex) {
    int index = graph.indexOf(vertex);
    return index < 0 ? List.of(vertex) : components.get(componentOf[index]);
  }

  /** Whether all nodes reach each other; true of an empty graph. */
  public boolean isWholeGraph() {
    return components.size() <= 1;
  }
}
