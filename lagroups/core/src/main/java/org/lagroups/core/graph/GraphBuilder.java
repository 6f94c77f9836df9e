package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lagroups.core.graph.compact.Adjacency;

/**
 * Collects vertices and edges, in any order, for an {@link AttestationGraph}.
 *
 * <p>What it does with oddities: an edge from a vertex to itself says nothing and is left out, its
 * vertex stays; of several edges between the same two, in the same direction, the last one counts,
 * as a later attestation replaces an earlier one.
 *
 * <p>Not for use by several threads at once.
 *
 * @param <V> the labels, whose natural order agrees with equals
 */
public final class GraphBuilder<V extends Comparable<? super V>> {

  /** The most vertices of a graph. */
  public static final int MAX_VERTICES = 200_000;

  /** The most edges of a graph; doubles that get replaced count too. */
  public static final int MAX_EDGES = 2_000_000;

  /** Two vertices and an edge number fit in one long, which makes sorting cheap. */
  private static final int VERTEX_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(MAX_VERTICES);

  private static final int EDGE_BITS = Integer.SIZE - Integer.numberOfLeadingZeros(MAX_EDGES);

  private final Map<V, Integer> numbers = new HashMap<>();
  private final List<V> labels = new ArrayList<>();
  private int[] from = new int[16];
  private int[] to = new int[16];
  private double[] costs = new double[16];
  private double[] capacities = new double[16];
  private int edgeCount;

  GraphBuilder() {}

  /** The number of different vertices so far. */
  public int vertexCount() {
    return labels.size();
  }

  /** The number of edges so far, doubles included, self-edges not. */
  public int edgeCount() {
    return edgeCount;
  }

  /**
   * Adds a vertex unless it is there already. Edges add theirs by themselves.
   *
   * @throws IllegalStateException if the graph already has {@link #MAX_VERTICES}
   */
  public GraphBuilder<V> vertex(V label) {
    numberOf(label);
    return this;
  }

  /**
   * Adds an edge of default cost and capacity, as {@link #edge(Comparable, Comparable, double,
   * double)}.
   */
  public GraphBuilder<V> edge(V attester, V attestee) {
    return edge(attester, attestee, AttestationEdge.DEFAULT_COST, AttestationEdge.DEFAULT_CAPACITY);
  }

  /**
   * Adds an edge, and its vertices if they are new.
   *
   * @param cost unit-less, above 0, up to {@link AttestationEdge#MAX_VALUE}
   * @param capacity 0 to {@link AttestationEdge#MAX_VALUE}
   * @throws IllegalArgumentException if cost or capacity is out of range
   * @throws IllegalStateException if the graph would exceed {@link #MAX_VERTICES} or {@link
   *     #MAX_EDGES}
   */
  public GraphBuilder<V> edge(V attester, V attestee, double cost, double capacity) {
    if (!AttestationEdge.isCost(cost) || !AttestationEdge.isCapacity(capacity)) {
      throw new IllegalArgumentException(
          "a cost is above 0 and at most 1e15, a capacity 0 to 1e15, not %s and %s"
              .formatted(cost, capacity));
    }
    int source = numberOf(attester);
    int target = numberOf(attestee);
    if (source != target) {
      append(source, target, cost, capacity);
    }
    return this;
  }

  /** The graph of everything added so far. The builder may be used further. */
  public AttestationGraph<V> build() {
    int[] byLabel = numbersByLabel();
    List<V> sorted = Arrays.stream(byLabel).mapToObj(labels::get).toList();
    Map<V, Integer> indices = HashMap.newHashMap(byLabel.length);
    int[] rank = new int[byLabel.length];
    for (int i = 0; i < byLabel.length; i++) {
      indices.put(sorted.get(i), i);
      rank[byLabel[i]] = i;
    }
    int[] order = sortedEdges(rank);
    int[] start = new int[sorted.size() + 1];
    int[] targets = new int[order.length];
    double[] orderedCosts = new double[order.length];
    double[] orderedCapacities = new double[order.length];
    for (int slot = 0; slot < order.length; slot++) {
      int edge = order[slot];
      start[rank[from[edge]] + 1]++;
      targets[slot] = rank[to[edge]];
      orderedCosts[slot] = costs[edge];
      orderedCapacities[slot] = capacities[edge];
    }
    for (int v = 0; v < sorted.size(); v++) {
      start[v + 1] += start[v];
    }
    return new AttestationGraph<>(
        sorted, indices, new Adjacency(start, targets), orderedCosts, orderedCapacities);
  }

  private int[] numbersByLabel() {
    return IntStream.range(0, labels.size())
        .boxed()
        .sorted(Comparator.comparing(labels::get))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  /** The edges by attester and then attestee, of each pair only the last that was added. */
  private int[] sortedEdges(int[] rank) {
    long[] keys = new long[edgeCount];
    for (int edge = 0; edge < edgeCount; edge++) {
      long pair = (long) rank[from[edge]] << VERTEX_BITS | rank[to[edge]];
      keys[edge] = pair << EDGE_BITS | edge;
    }
    Arrays.sort(keys);
    int[] order = new int[edgeCount];
    int kept = 0;
    for (int i = 0; i < edgeCount; i++) {
      if (i + 1 == edgeCount || keys[i] >>> EDGE_BITS != keys[i + 1] >>> EDGE_BITS) {
        order[kept++] = (int) (keys[i] & (1L << EDGE_BITS) - 1);
      }
    }
    return Arrays.copyOf(order, kept);
  }

  private int numberOf(V label) {
    Integer known = numbers.get(label);
    if (known != null) {
      return known;
    }
    if (labels.size() == MAX_VERTICES) {
      throw new IllegalStateException("a graph has at most " + MAX_VERTICES + " vertices");
    }
    numbers.put(label, labels.size());
    labels.add(label);
    return labels.size() - 1;
  }

  private void append(int source, int target, double cost, double capacity) {
    if (edgeCount == MAX_EDGES) {
      throw new IllegalStateException("a graph has at most " + MAX_EDGES + " edges");
    }
    if (edgeCount == from.length) {
      int length = Math.min(2 * edgeCount, MAX_EDGES);
      from = Arrays.copyOf(from, length);
      to = Arrays.copyOf(to, length);
      costs = Arrays.copyOf(costs, length);
      capacities = Arrays.copyOf(capacities, length);
    }
    from[edgeCount] = source;
    to[edgeCount] = target;
    costs[edgeCount] = cost;
    capacities[edgeCount] = capacity;
    edgeCount++;
  }
}
