package org.lagroups.node.query;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.AttestationPath;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.ShortestPaths;
import org.lagroups.core.graph.StrongComponents;
import org.lagroups.core.graph.VertexCut;
import org.lagroups.core.graph.VertexCuts;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Shortest;

/**
 * Questions about one graph. For one thread at a time.
 *
 * @param <V> the vertices, named by their text forms
 */
public final class GraphQuestions<V> {

  private final AttestationGraph<V> graph;
  private final Function<V, String> text = Object::toString;

  public GraphQuestions(AttestationGraph<V> graph) {
    this.graph = graph;
  }

  /**
   * Vertex-disjoint paths, as many as there are.
   *
   * @throws IllegalArgumentException if the two are the same, or one is not in the graph
   */
  public Paths paths(V from, V to) {
    requireVertices(from, to);
    List<List<String>> paths =
        new DisjointPaths<>(graph).list(from, to).stream().map(this::texts).toList();
    return new Paths(text.apply(from), text.apply(to), paths.size(), paths);
  }

  /**
   * A smallest vertex cut.
   *
   * @throws IllegalArgumentException if the two are the same, or one is not in the graph
   */
  public Cut cut(V from, V to) {
    requireVertices(from, to);
    return switch (new VertexCuts<>(graph).between(from, to)) {
      case VertexCut.DirectAttestation<V> _ ->
          new Cut(text.apply(from), text.apply(to), null, List.of());
      case VertexCut.Separator<V> separator ->
          new Cut(
              text.apply(from),
              text.apply(to),
              separator.size(),
              separator.members().stream().map(text).toList());
    };
  }

  /**
   * A path of least cost.
   *
   * @throws IllegalArgumentException if the two are the same, or one is not in the graph
   */
  public Shortest shortest(V from, V to) {
    requireVertices(from, to);
    Optional<AttestationPath<V>> path = new ShortestPaths<>(graph).cheapest(from, to);
    return new Shortest(
        text.apply(from),
        text.apply(to),
        path.map(AttestationPath::cost).orElse(null),
        path.map(this::texts).orElse(List.of()));
  }

  /** Strongly connected components. */
  public Components components() {
    return new Components(
        new StrongComponents<>(graph)
            .all().stream().map(members -> members.stream().map(text).toList()).toList());
  }

  private void requireVertices(V from, V to) {
    for (V vertex : List.of(from, to)) {
      if (!graph.contains(vertex)) {
        throw new IllegalArgumentException(text.apply(vertex) + " is not in the graph");
      }
    }
    if (from.equals(to)) {
      throw new IllegalArgumentException("the two ends are the same: " + text.apply(from));
    }
  }

  private List<String> texts(AttestationPath<V> path) {
    return path.vertices().stream().map(text).toList();
  }
}
