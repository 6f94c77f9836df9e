package org.lagroups.core.graph;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.lagroups.core.graph.compact.Adjacency;
import org.lagroups.core.graph.compact.CapacityFlow;

/**
 * An immutable snapshot of who attests to whom: a directed graph without self-edges and with at
 * most one edge from one vertex to another (paper, section 2).
 *
 * <p>Vertices stand in the natural order of their labels, edges in the order of attester and then
 * attestee; two graphs with the same content are equal. Inside, vertices are numbered in that order
 * and edges are compressed sparse rows. May be shared between threads.
 *
 * @param <V> the labels: {@code NodeId} in a live group, a name in a loaded graph
 */
public final class AttestationGraph<V> {

  private static final int UNKNOWN = -1;

  private final List<V> vertices;
  private final Map<V, Integer> indices;
  private final Adjacency out;
  private final Adjacency in;
  private final double[] costs;
  private final double[] capacities;

  AttestationGraph(
      List<V> vertices,
      Map<V, Integer> indices,
      Adjacency out,
      double[] costs,
      double[] capacities) {
    this.vertices = vertices;
    this.indices = indices;
    this.out = out;
    this.in = out.reversed();
    this.costs = costs;
    this.capacities = capacities;
  }

  /** Starts with an empty graph. */
  public static <V extends Comparable<? super V>> GraphBuilder<V> builder() {
    return new GraphBuilder<>();
  }

  public int vertexCount() {
    return vertices.size();
  }

  public int edgeCount() {
    return out.edgeCount();
  }

  /** All vertices in their natural order. */
  public List<V> vertices() {
    return vertices;
  }

  public boolean contains(V vertex) {
    return indices.containsKey(vertex);
  }

  /** Whether {@code attester} attests to {@code attestee}. */
  public boolean hasEdge(V attester, V attestee) {
    int from = indexOf(attester);
    int to = indexOf(attestee);
    return from != UNKNOWN && to != UNKNOWN && out.has(from, to);
  }

  /** The attestation from one node to another, if there is one. */
  public Optional<AttestationEdge<V>> edge(V attester, V attestee) {
    int from = indexOf(attester);
    int to = indexOf(attestee);
    int slot = from == UNKNOWN || to == UNKNOWN ? UNKNOWN : out.slot(from, to);
    return slot < 0 ? Optional.empty() : Optional.of(edgeAt(from, slot));
  }

  /** All edges, by attester and then attestee. */
  public Stream<AttestationEdge<V>> edges() {
    return IntStream.range(0, vertexCount()).boxed().flatMap(this::edgesFrom);
  }

  /** To whom {@code attester} attests, in natural order. */
  public List<V> attestees(V attester) {
    return neighbours(out, attester);
  }

  /** Who attests to {@code attestee}, in natural order. */
  public List<V> attesters(V attestee) {
    return neighbours(in, attestee);
  }

  /**
   * The same graph in JGraphT's terms, as an unmodifiable copy; an edge's weight is its cost. For
   * algorithms that are not hot, for import and export, and as an oracle in tests.
   */
  public Graph<V, AttestationEdge<V>> asJGraphT() {
    Graph<V, AttestationEdge<V>> graph = new SimpleDirectedWeightedGraph<>(null, null);
    vertices.forEach(graph::addVertex);
    edges()
        .forEach(edge -> {
          graph.addEdge(edge.attester(), edge.attestee(), edge);
          graph.setEdgeWeight(edge, edge.cost());
        });
    return new AsUnmodifiableGraph<>(graph);
  }

  /** The part of this graph between some of its vertices; others are passed over. */
  public AttestationGraph<V> within(Collection<? extends V> members) {
    boolean[] kept = new boolean[vertexCount()];
    for (V member : members) {
      if (contains(member)) {
        kept[indexOf(member)] = true;
      }
    }
    return InducedGraph.of(this, kept);
  }

  /** What is left of this graph when one vertex leaves; this graph if it is not in it. */
  public AttestationGraph<V> without(V vertex) {
    if (!contains(vertex)) {
      return this;
    }
    boolean[] kept = new boolean[vertexCount()];
    Arrays.fill(kept, true);
    kept[indexOf(vertex)] = false;
    return InducedGraph.of(this, kept);
  }

  /**
   * The same graph with other capacities, such as the throughput that attestations report.
   *
   * @param capacity of each edge; 0 to {@link AttestationEdge#MAX_VALUE}
   * @throws IllegalArgumentException if one is out of range
   */
  public AttestationGraph<V> withCapacities(ToDoubleFunction<AttestationEdge<V>> capacity) {
    double[] others =
        edges()
            .mapToDouble(edge ->
                new AttestationEdge<>(
                        edge.attester(), edge.attestee(), edge.cost(), capacity.applyAsDouble(edge))
                    .capacity())
            .toArray();
    return new AttestationGraph<>(vertices, indices, out, costs, others);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AttestationGraph<?> that
            && vertices.equals(that.vertices)
            && out.equals(that.out)
            && Arrays.equals(costs, that.costs)
            && Arrays.equals(capacities, that.capacities));
  }

  @Override
  public int hashCode() {
    return 31 * vertices.hashCode() + out.hashCode();
  }

  @Override
  public String toString() {
    return "graph of %d vertices and %d edges".formatted(vertexCount(), edgeCount());
  }

  /** The number of a vertex from 0 up, or a negative number if it is not in the graph. */
  int indexOf(V vertex) {
    return indices.getOrDefault(vertex, UNKNOWN);
  }

  V vertexAt(int index) {
    return vertices.get(index);
  }

  /** To whom each vertex attests. The position of an edge in it is its number. */
  Adjacency out() {
    return out;
  }

  /** Who attests to each vertex. */
  Adjacency in() {
    return in;
  }

  double costAt(int slot) {
    return costs[slot];
  }

  double capacityAt(int slot) {
    return capacities[slot];
  }

  /** A search for flows within the capacities. */
  CapacityFlow capacityFlow() {
    return new CapacityFlow(out, capacities);
  }

  AttestationEdge<V> edgeAt(int from, int slot) {
    return new AttestationEdge<>(
        vertexAt(from), vertexAt(out.neighbour(slot)), costs[slot], capacities[slot]);
  }

  /** The path along {@code steps}, each attesting to the next. */
  AttestationPath<V> path(int... steps) {
    double cost = 0;
    for (int i = 1; i < steps.length; i++) {
      cost += costs[out.slot(steps[i - 1], steps[i])];
    }
    return new AttestationPath<>(labels(steps), cost);
  }

  List<V> labels(int... members) {
    return Arrays.stream(members).mapToObj((IntFunction<V>) vertices::get).toList();
  }

  private List<V> neighbours(Adjacency direction, V vertex) {
    int index = indexOf(vertex);
    return index == UNKNOWN ? List.of() : labels(direction.neighbours(index));
  }

  private Stream<AttestationEdge<V>> edgesFrom(int from) {
    return IntStream.range(out.start(from), out.start(from + 1))
        .mapToObj(slot -> edgeAt(from, slot));
  }
}
