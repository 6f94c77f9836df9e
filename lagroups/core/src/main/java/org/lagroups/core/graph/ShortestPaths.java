package org.lagroups.core.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.lagroups.core.graph.compact.Adjacency;
import org.lagroups.core.graph.compact.IndexHeap;

/**
 * Shortest paths in one graph: by cost (Dijkstra's algorithm) and by the number of hops.
 *
 * <p>Keeps scratch space between calls: not for use by several threads at once.
 */
public final class ShortestPaths<V> {

  private static final int NONE = -1;

  private final AttestationGraph<V> graph;
  private final Adjacency out;
  private final double[] distance;
  private final int[] previous;
  private final int[] queue;
  private final IndexHeap heap = new IndexHeap();

  public ShortestPaths(AttestationGraph<V> graph) {
    this.graph = graph;
    this.out = graph.out();
    this.distance = new double[graph.vertexCount()];
    this.previous = new int[graph.vertexCount()];
    this.queue = new int[graph.vertexCount()];
  }

  /**
   * A path of the lowest cost, always the same one among equals; empty if there is no path. From a
   * vertex to itself it is the vertex alone, at cost 0.
   */
  public Optional<AttestationPath<V>> cheapest(V from, V to) {
    int source = graph.indexOf(from);
    int target = graph.indexOf(to);
    if (source < 0 || target < 0) {
      return Optional.empty();
    }
    settle(source, target);
    return distance[target] < Double.POSITIVE_INFINITY
        ? Optional.of(graph.path(stepsTo(target)))
        : Optional.empty();
  }

  /**
   * A path of the lowest cost to every node that is reached, in the natural order of those nodes,
   * itself included. All pairs are the paths from all nodes.
   */
  public List<AttestationPath<V>> allFrom(V from) {
    int source = graph.indexOf(from);
    if (source < 0) {
      return List.of();
    }
    settle(source, NONE);
    List<AttestationPath<V>> paths = new ArrayList<>();
    for (int target = 0; target < distance.length; target++) {
      if (distance[target] < Double.POSITIVE_INFINITY) {
        paths.add(graph.path(stepsTo(target)));
      }
    }
    return paths;
  }

  /** The least number of edges on a path; empty if there is no path, 0 to itself. */
  public OptionalInt hops(V from, V to) {
    int source = graph.indexOf(from);
    int target = graph.indexOf(to);
    return source < 0 || target < 0 ? OptionalInt.empty() : hopsBetween(source, target);
  }

  /** Finds the cheapest ways until {@code target} is settled, or to all that can be reached. */
  private void settle(int source, int target) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    Arrays.fill(previous, NONE);
    heap.clear();
    distance[source] = 0;
    heap.add(0, source);
    while (!heap.isEmpty()) {
      double key = heap.firstKey();
      int v = heap.removeFirst();
      if (v == target) {
        return;
      }
      if (key == distance[v]) {
        relaxFrom(v);
      }
    }
  }

  private void relaxFrom(int v) {
    for (int slot = out.start(v); slot < out.start(v + 1); slot++) {
      int w = out.neighbour(slot);
      double cost = distance[v] + graph.costAt(slot);
      if (cost < distance[w]) {
        distance[w] = cost;
        previous[w] = v;
        heap.add(cost, w);
      }
    }
  }

  private int[] stepsTo(int target) {
    int length = 0;
    for (int v = target; v != NONE; v = previous[v]) {
      queue[length++] = v;
    }
    int[] steps = new int[length];
    for (int i = 0; i < length; i++) {
      steps[i] = queue[length - 1 - i];
    }
    return steps;
  }

  private OptionalInt hopsBetween(int source, int target) {
    Arrays.fill(distance, Double.POSITIVE_INFINITY);
    int queued = 0;
    queue[queued++] = source;
    distance[source] = 0;
    for (int next = 0; next < queued && queue[next] != target; next++) {
      int v = queue[next];
      for (int slot = out.start(v); slot < out.start(v + 1); slot++) {
        int w = out.neighbour(slot);
        if (distance[w] == Double.POSITIVE_INFINITY) {
          distance[w] = distance[v] + 1;
          queue[queued++] = w;
        }
      }
    }
    return distance[target] == Double.POSITIVE_INFINITY
        ? OptionalInt.empty()
        : OptionalInt.of((int) distance[target]);
  }
}
