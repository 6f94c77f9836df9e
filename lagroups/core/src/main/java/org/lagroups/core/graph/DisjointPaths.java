package org.lagroups.core.graph;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.lagroups.core.graph.compact.CheapestSearch;
import org.lagroups.core.graph.compact.DisjointFlow;
import org.lagroups.core.graph.compact.LayeredSearch;

/**
 * Vertex-disjoint paths in one graph: paths between the same two nodes that have no node in between
 * in common. If k of them lead to a node, any k - 1 nodes may fail or lie and one path is still
 * sound. A direct attestation is one path.
 *
 * <p>Keeps scratch space between calls, so asking about many pairs is cheap: not for use by several
 * threads at once.
 */
public final class DisjointPaths<V> {

  /** The order in which paths are given. */
  static final Comparator<int[]> SHORTEST_FIRST =
      Comparator.<int[]>comparingInt(path -> path.length).thenComparing(Arrays::compare);

  private final AttestationGraph<V> graph;
  private final DisjointFlow flow;
  private final LayeredSearch largest;
  private final CheapestSearch cheapest;

  public DisjointPaths(AttestationGraph<V> graph) {
    this.graph = graph;
    this.flow = new DisjointFlow(graph.out(), graph.in());
    this.largest = new LayeredSearch(flow);
    this.cheapest = new CheapestSearch(flow);
  }

  /**
   * How many vertex-disjoint paths there are.
   *
   * @throws IllegalArgumentException if the two are the same
   */
  public int count(V from, V to) {
    return count(from, to, Integer.MAX_VALUE);
  }

  /**
   * How many vertex-disjoint paths there are, or {@code limit} if there are more: it stops counting
   * there.
   *
   * @param limit 1 or more
   * @throws IllegalArgumentException if the two are the same, or the limit is below 1
   */
  public int count(V from, V to, int limit) {
    if (!begin(from, to, limit)) {
      return 0;
    }
    largest.grow(limit);
    return Math.min(limit, flow.pathCount());
  }

  /**
   * As many vertex-disjoint paths as there are, the shortest first.
   *
   * @throws IllegalArgumentException if the two are the same
   */
  public List<AttestationPath<V>> list(V from, V to) {
    return list(from, to, Integer.MAX_VALUE);
  }

  /**
   * As many vertex-disjoint paths as there are, but at most {@code limit}, the shortest first. Of
   * all such sets of that many paths it is one with the fewest hops in total, always the same one.
   *
   * @param limit 1 or more
   * @throws IllegalArgumentException if the two are the same, or the limit is below 1
   */
  public List<AttestationPath<V>> list(V from, V to, int limit) {
    if (!begin(from, to, limit)) {
      return List.of();
    }
    cheapest.grow(limit);
    return Arrays.stream(flow.paths())
        .sorted(SHORTEST_FIRST)
        .limit(limit)
        .map(graph::path)
        .toList();
  }

  private boolean begin(V from, V to, int limit) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("disjoint paths lead from one node to another");
    }
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is 1 or more, not " + limit);
    }
    int source = graph.indexOf(from);
    int sink = graph.indexOf(to);
    if (source < 0 || sink < 0) {
      return false;
    }
    flow.begin(source, sink);
    return true;
  }
}
