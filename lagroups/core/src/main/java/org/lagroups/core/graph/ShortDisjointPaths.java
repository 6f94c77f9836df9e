package org.lagroups.core.graph;

import java.util.List;
import org.lagroups.core.graph.compact.ShortPathsSearch;

/**
 * Vertex-disjoint paths of a bounded length in one graph (paper, section 2.1: "number of
 * vertex-disjoint paths (of length ≤ l)"). The fewer hops, the fewer nodes have to be sound.
 *
 * <p>Of groups of up to 64 nodes the number is exact, unless the search runs out of its budget; of
 * larger graphs it is where the bounds meet. See {@link Answer#isExact}.
 *
 * <p>Keeps scratch space between calls: not for use by several threads at once.
 */
public final class ShortDisjointPaths<V> {

  /** The steps a search may take unless told otherwise: the worst cases take about a second. */
  public static final long DEFAULT_BUDGET = 2_000_000;

  private final AttestationGraph<V> graph;
  private final ShortPathsSearch search;

  public ShortDisjointPaths(AttestationGraph<V> graph) {
    this.graph = graph;
    this.search = new ShortPathsSearch(graph.out(), graph.in());
  }

  /**
   * What is known of the number.
   *
   * @param paths vertex-disjoint paths within the length, the shortest first: a lower bound
   * @param atMost an upper bound
   */
  public record Answer<V>(List<AttestationPath<V>> paths, int atMost) {

    /** Copies {@code paths}. */
    public Answer {
      paths = List.copyOf(paths);
    }

    /** Whether there are proven to be no more. */
    public boolean isExact() {
      return paths.size() == atMost;
    }
  }

  /**
   * As many vertex-disjoint paths of at most {@code maxHops} edges as can be found, within the
   * {@link #DEFAULT_BUDGET}.
   *
   * @param maxHops 1 or more
   * @throws IllegalArgumentException if the two are the same, or the length is below 1
   */
  public Answer<V> find(V from, V to, int maxHops) {
    return find(from, to, maxHops, DEFAULT_BUDGET);
  }

  /**
   * The same with another budget.
   *
   * @param budget in steps, of which the search of a sub-problem takes 100; 0 or more
   * @throws IllegalArgumentException if the two are the same, the length is below 1 or the budget
   *     below 0
   */
  public Answer<V> find(V from, V to, int maxHops, long budget) {
    if (from.equals(to)) {
      throw new IllegalArgumentException("disjoint paths lead from one node to another");
    }
    if (maxHops < 1) {
      throw new IllegalArgumentException("a length is 1 or more, not " + maxHops);
    }
    if (budget < 0) {
      throw new IllegalArgumentException("a budget is 0 or more, not " + budget);
    }
    int source = graph.indexOf(from);
    int sink = graph.indexOf(to);
    if (source < 0 || sink < 0) {
      return new Answer<>(List.of(), 0);
    }
    if (maxHops == 1) {
      boolean direct = graph.out().has(source, sink);
      return direct
          ? new Answer<>(List.of(graph.path(source, sink)), 1)
          : new Answer<>(List.of(), 0);
    }
    int atMost = search.search(source, sink, maxHops, budget);
    List<AttestationPath<V>> paths =
        search.paths().stream().sorted(DisjointPaths.SHORTEST_FIRST).map(graph::path).toList();
    return new Answer<>(paths, atMost);
  }
}
