package org.lagroups.core.graph;

import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;

/**
 * Counts vertex-disjoint paths with JGraphT: the maximum flow through a graph of split vertices.
 */
final class Oracle<V> {

  private record Side<V>(V vertex, boolean isExit) {}

  private final Graph<Side<V>, DefaultWeightedEdge> split =
      new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
  private final PushRelabelMFImpl<Side<V>, DefaultWeightedEdge> flow;

  Oracle(AttestationGraph<V> graph) {
    for (V vertex : graph.vertices()) {
      split.addVertex(new Side<>(vertex, false));
      split.addVertex(new Side<>(vertex, true));
      split.addEdge(new Side<>(vertex, false), new Side<>(vertex, true));
    }
    for (AttestationEdge<V> edge : (Iterable<AttestationEdge<V>>) graph.edges()::iterator) {
      split.addEdge(new Side<>(edge.attester(), true), new Side<>(edge.attestee(), false));
    }
    this.flow = new PushRelabelMFImpl<>(split);
  }

  int disjointPaths(V from, V to) {
    return (int) flow.getMaximumFlowValue(new Side<>(from, true), new Side<>(to, false));
  }
}
