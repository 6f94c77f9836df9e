package org.lagroups.core.graph;

import java.util.List;
import java.util.Optional;
import org.lagroups.core.graph.VertexCut.DirectAttestation;
import org.lagroups.core.graph.VertexCut.Separator;
import org.lagroups.core.graph.compact.Adjacency;
import org.lagroups.core.graph.compact.DisjointFlow;
import org.lagroups.core.graph.compact.LayeredSearch;

/**
 * Minimum vertex cuts of one graph, with their members: the nodes whose joint failure would part
 * others. Quorum systems ask for their size (paper, section 2), people for their names.
 *
 * <p>Keeps scratch space between calls: not for use by several threads at once.
 */
public final class VertexCuts<V> {

  private final AttestationGraph<V> graph;
  private final DisjointFlow flow;
  private final LayeredSearch search;

  public VertexCuts(AttestationGraph<V> graph) {
    this.graph = graph;
    this.flow = new DisjointFlow(graph.out(), graph.in());
    this.search = new LayeredSearch(flow);
  }

  /**
   * A smallest set of nodes on which every path from one node to another depends; of several, the
   * one closest to {@code from}.
   *
   * @throws IllegalArgumentException if the two are the same
   */
  public VertexCut<V> between(V from, V to) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("a cut parts one node from another");
    }
    int source = graph.indexOf(from);
    int sink = graph.indexOf(to);
    if (source < 0 || sink < 0) {
      return new Separator<>(from, to, List.of());
    }
    if (graph.out().has(source, sink)) {
      return new DirectAttestation<>(from, to);
    }
    flow.begin(source, sink);
    search.grow(Integer.MAX_VALUE);
    return separator(source, sink);
  }

  /**
   * A smallest set of nodes without which some remaining node no longer reaches some other, and two
   * nodes it parts. Empty if everyone attests to everyone: then no removal parts anybody.
   *
   * <p>With κ members it asks at most 2(κ + 1)n times for disjoint paths (Even's algorithm: of any
   * κ + 1 nodes at least one is not in the cut), and for none if some node has no attestation.
   */
  public Optional<Separator<V>> ofWholeGraph() {
    Optional<Separator<V>> best = fewestNeighbours();
    for (int pivot = 0; best.isPresent() && pivot <= best.get().size(); pivot++) {
      for (int other = 0; other < graph.vertexCount() && best.get().size() > 0; other++) {
        best = smaller(best, pivot, other);
        best = smaller(best, other, pivot);
      }
    }
    return best;
  }

  /** The cut around the one node that is the easiest to part from another by its neighbours. */
  private Optional<Separator<V>> fewestNeighbours() {
    int n = graph.vertexCount();
    int fewest = n - 1;
    Optional<Separator<V>> best = Optional.empty();
    for (int v = 0; v < n; v++) {
      V label = graph.vertexAt(v);
      if (graph.out().degree(v) < fewest) {
        fewest = graph.out().degree(v);
        best = Optional.of(new Separator<>(label, outside(graph.out(), v), graph.attestees(label)));
      }
      if (graph.in().degree(v) < fewest) {
        fewest = graph.in().degree(v);
        best = Optional.of(new Separator<>(outside(graph.in(), v), label, graph.attesters(label)));
      }
    }
    return best;
  }

  /** The first vertex other than {@code v} that is not its neighbour; there has to be one. */
  private V outside(Adjacency direction, int v) {
    int candidate = 0;
    while (candidate == v || direction.has(v, candidate)) {
      candidate++;
    }
    return graph.vertexAt(candidate);
  }

  private Optional<Separator<V>> smaller(Optional<Separator<V>> best, int source, int sink) {
    if (source == sink || graph.out().has(source, sink)) {
      return best;
    }
    int limit = best.map(Separator::size).orElse(Integer.MAX_VALUE);
    flow.begin(source, sink);
    search.grow(limit);
    return flow.pathCount() < limit ? Optional.of(separator(source, sink)) : best;
  }

  private Separator<V> separator(int source, int sink) {
    return new Separator<>(
        graph.vertexAt(source), graph.vertexAt(sink), graph.labels(search.cut()));
  }
}
