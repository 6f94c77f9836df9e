package org.lagroups.node.query;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.AttestationPath;
import org.lagroups.core.graph.Clustering;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.MaxFlow;
import org.lagroups.core.graph.MaxFlows;
import org.lagroups.core.graph.RobustCore;
import org.lagroups.core.graph.ShortDisjointPaths;
import org.lagroups.core.graph.ShortestPaths;
import org.lagroups.core.graph.StrongComponents;
import org.lagroups.core.graph.VertexCut;
import org.lagroups.core.graph.VertexCut.Separator;
import org.lagroups.core.graph.VertexCuts;
import org.lagroups.node.control.api.GraphAnswer.Coefficient;
import org.lagroups.node.control.api.GraphAnswer.Components;
import org.lagroups.node.control.api.GraphAnswer.Cut;
import org.lagroups.node.control.api.GraphAnswer.Flow;
import org.lagroups.node.control.api.GraphAnswer.Link;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GraphAnswer.Robust;
import org.lagroups.node.control.api.GraphAnswer.Shortest;

/**
 * Questions about one graph. It keeps its scratch space, so asking about many pairs is cheap; for
 * one thread at a time.
 *
 * <p>All methods throw {@link IllegalArgumentException} if a vertex is not in the graph, or if two
 * that should differ are the same.
 *
 * @param <V> the vertices, named by their text forms
 */
public final class GraphQuestions<V> {

  private final AttestationGraph<V> graph;
  private final Lazy<DisjointPaths<V>> disjoint;
  private final Lazy<ShortDisjointPaths<V>> shortDisjoint;
  private final Lazy<VertexCuts<V>> cuts;
  private final Lazy<MaxFlows<V>> flows;
  private final Lazy<ShortestPaths<V>> shortest;

  public GraphQuestions(AttestationGraph<V> graph) {
    this.graph = graph;
    this.disjoint = new Lazy<>(() -> new DisjointPaths<>(graph));
    this.shortDisjoint = new Lazy<>(() -> new ShortDisjointPaths<>(graph));
    this.cuts = new Lazy<>(() -> new VertexCuts<>(graph));
    this.flows = new Lazy<>(() -> new MaxFlows<>(graph));
    this.shortest = new Lazy<>(() -> new ShortestPaths<>(graph));
  }

  /** Vertex-disjoint paths, as many as there are. */
  public Paths paths(V from, V to) {
    requireTwo(from, to);
    List<AttestationPath<V>> paths = disjoint.get().list(from, to);
    return new Paths(text(from), text(to), paths.size(), texts(paths), null);
  }

  /**
   * Vertex-disjoint paths of at most {@code maxHops} attestations each, as many as are found.
   *
   * @param maxHops 1 or more
   */
  public Paths paths(V from, V to, int maxHops) {
    requireTwo(from, to);
    ShortDisjointPaths.Answer<V> answer = shortDisjoint.get().find(from, to, maxHops);
    return new Paths(
        text(from),
        text(to),
        answer.paths().size(),
        texts(answer.paths()),
        answer.isExact() ? null : answer.atMost());
  }

  /** A smallest vertex cut between two. */
  public Cut cut(V from, V to) {
    requireTwo(from, to);
    return switch (cuts.get().between(from, to)) {
      case VertexCut.DirectAttestation<V> _ -> new Cut(text(from), text(to), null, List.of());
      case Separator<V> separator -> answer(separator);
    };
  }

  /** A smallest vertex cut of the whole graph. */
  public Cut cut() {
    return cuts.get().ofWholeGraph().map(this::answer).orElse(new Cut(null, null, null, List.of()));
  }

  /** How much can flow. */
  public Flow flow(V from, V to) {
    requireTwo(from, to);
    return new Flow(text(from), text(to), flows.get().value(from, to), null);
  }

  /** How much can flow, and the attestations that limit it. */
  public Flow flowAndCut(V from, V to) {
    requireTwo(from, to);
    MaxFlow<V> flow = flows.get().find(from, to);
    List<Link> cut =
        flow.cut().stream()
            .map(edge -> new Link(text(edge.attester()), text(edge.attestee()), edge.capacity()))
            .toList();
    return new Flow(text(from), text(to), flow.value(), cut);
  }

  /** A path of least cost. */
  public Shortest shortest(V from, V to) {
    requireTwo(from, to);
    Optional<AttestationPath<V>> path = shortest.get().cheapest(from, to);
    return new Shortest(
        text(from),
        text(to),
        path.map(AttestationPath::cost).orElse(null),
        path.map(GraphQuestions::texts).orElse(List.of()));
  }

  /** Paths of least cost to all others that are reached. */
  public Stream<Shortest> shortestFrom(V from) {
    require(from);
    return shortest.get().allFrom(from).stream()
        .filter(path -> path.hops() > 0)
        .map(path ->
            new Shortest(text(from), text(path.vertices().getLast()), path.cost(), texts(path)));
  }

  /** Paths of least cost between all pairs of which the second is reached; lazily. */
  public Stream<Shortest> allShortest() {
    return graph.vertices().stream().flatMap(this::shortestFrom);
  }

  /** Strongly connected components. */
  public Components components() {
    return new Components(
        new StrongComponents<>(graph).all().stream().map(GraphQuestions::labels).toList());
  }

  /** The strongly connected component of a vertex. */
  public Components component(V vertex) {
    require(vertex);
    return new Components(List.of(labels(new StrongComponents<>(graph).containing(vertex))));
  }

  /**
   * The t-robust core.
   *
   * @param t 1 or more
   */
  public Robust robust(int t) {
    return new Robust(labels(RobustCore.members(graph, t)));
  }

  /** The clustering coefficient of a vertex. */
  public Coefficient clustering(V vertex) {
    require(vertex);
    return coefficient(text(vertex), new Clustering<>(graph).of(vertex));
  }

  /** The mean clustering coefficient. */
  public Coefficient clustering() {
    OptionalDouble mean = new Clustering<>(graph).average();
    return new Coefficient(null, mean.isPresent() ? (Double) mean.getAsDouble() : null);
  }

  private static Coefficient coefficient(String node, OptionalDouble value) {
    return new Coefficient(node, value.isPresent() ? (Double) value.getAsDouble() : null);
  }

  private Cut answer(Separator<V> separator) {
    return new Cut(
        text(separator.from()),
        text(separator.to()),
        separator.size(),
        labels(separator.members()));
  }

  private void requireTwo(V from, V to) {
    require(from);
    require(to);
    if (from.equals(to)) {
      throw new IllegalArgumentException("the two ends are the same: " + text(from));
    }
  }

  private void require(V vertex) {
    if (!graph.contains(vertex)) {
      throw new IllegalArgumentException(text(vertex) + " is not in the graph");
    }
  }

  private static String text(Object vertex) {
    return vertex.toString();
  }

  private static List<String> labels(List<?> vertices) {
    return vertices.stream().map(GraphQuestions::text).toList();
  }

  private static List<String> texts(AttestationPath<?> path) {
    return labels(path.vertices());
  }

  private static <V> List<List<String>> texts(List<AttestationPath<V>> paths) {
    return paths.stream().map(GraphQuestions::texts).toList();
  }
}
