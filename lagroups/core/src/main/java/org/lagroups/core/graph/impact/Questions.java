package org.lagroups.core.graph.impact;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.AttestationPath;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.MaxFlow;
import org.lagroups.core.graph.MaxFlows;
import org.lagroups.core.graph.Reachability;
import org.lagroups.core.graph.RobustCore;
import org.lagroups.core.graph.ShortestPaths;
import org.lagroups.core.graph.StrongComponents;
import org.lagroups.core.graph.VertexCut.Separator;
import org.lagroups.core.graph.VertexCuts;

/** The questions that people ask of a graph. */
public final class Questions {

  private Questions() {}

  /** How many nodes a node reaches: the size of its view, itself included. */
  public static <V> Question<V> reached(V from) {
    return new Named<>(
        "nodes that %s reaches".formatted(from),
        true,
        graph -> Reachability.from(graph, from).size(),
        graph -> without(Reachability.from(graph, from), List.of(from)));
  }

  /** How many vertex-disjoint paths lead from one node to another. */
  public static <V> Question<V> disjointPaths(V from, V to) {
    return new Named<>(
        "vertex-disjoint paths from %s to %s".formatted(from, to),
        true,
        graph -> new DisjointPaths<>(graph).count(from, to),
        graph -> between(new DisjointPaths<>(graph).list(from, to)));
  }

  /** The cost of a cheapest path; infinite if there is none. */
  public static <V> Question<V> shortest(V from, V to) {
    return new Named<>(
        "cost of the cheapest path from %s to %s".formatted(from, to),
        false,
        graph ->
            new ShortestPaths<>(graph)
                .cheapest(from, to)
                .map(AttestationPath::cost)
                .orElse(Double.POSITIVE_INFINITY),
        graph -> between(new ShortestPaths<>(graph).cheapest(from, to).stream().toList()));
  }

  /** How much can flow from one node to another, in the unit of the capacities. */
  public static <V> Question<V> flow(V from, V to) {
    return new Named<>(
        "maximum flow from %s to %s".formatted(from, to),
        true,
        graph -> new MaxFlows<>(graph).value(from, to),
        graph -> without(carriers(new MaxFlows<>(graph).find(from, to)), List.of(from, to)));
  }

  /**
   * How many nodes have to leave before some node no longer reaches another; infinite where nobody
   * can be parted.
   */
  public static <V> Question<V> wholeCut() {
    return new Named<>(
        "size of the minimum vertex cut",
        true,
        graph ->
            new VertexCuts<>(graph)
                .ofWholeGraph()
                .map(Separator::size)
                .map(Integer::doubleValue)
                .orElse(Double.POSITIVE_INFINITY),
        AttestationGraph::vertices);
  }

  /** How many nodes the largest strongly connected component has. */
  public static <V> Question<V> largestComponent() {
    return new Named<>(
        "nodes that all reach each other",
        true,
        graph -> new StrongComponents<>(graph).all().stream().mapToInt(List::size).max().orElse(0),
        graph -> new StrongComponents<>(graph).all().stream().findFirst().orElse(List.of()));
  }

  /** How many members the t-robust core has. */
  public static <V> Question<V> robustCore(int t) {
    return new Named<>(
        "members of the %d-robust core".formatted(t),
        true,
        graph -> RobustCore.members(graph, t).size(),
        graph -> RobustCore.members(graph, t));
  }

  private static <V> List<V> between(List<AttestationPath<V>> paths) {
    return paths.stream().flatMap(path -> path.between().stream()).toList();
  }

  private static <V> List<V> carriers(MaxFlow<V> flow) {
    return flow.shares().stream().map(share -> share.edge().attester()).distinct().toList();
  }

  private static <V> List<V> without(Collection<V> nodes, Collection<V> named) {
    return nodes.stream().filter(node -> !named.contains(node)).toList();
  }

  private record Named<V>(
      String text,
      boolean moreIsBetter,
      ToDoubleFunction<AttestationGraph<V>> measure,
      Function<AttestationGraph<V>, Collection<V>> affected)
      implements Question<V> {

    @Override
    public double answer(AttestationGraph<V> graph) {
      return measure.applyAsDouble(graph);
    }

    @Override
    public Collection<V> candidates(AttestationGraph<V> graph) {
      return affected.apply(graph);
    }
  }
}
