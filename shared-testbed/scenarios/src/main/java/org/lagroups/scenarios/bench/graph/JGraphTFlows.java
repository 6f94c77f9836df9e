package org.lagroups.scenarios.bench.graph;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.BoykovKolmogorovMFImpl;
import org.jgrapht.alg.flow.DinicMFImpl;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.alg.interfaces.MaximumFlowAlgorithm;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.lagroups.core.graph.AttestationEdge;
import org.lagroups.core.graph.AttestationGraph;

/**
 * Maximum flows by JGraphT's algorithms. Its vertices are numbers, which it looks up fastest, and
 * each algorithm is made once for all pairs.
 */
public final class JGraphTFlows {

  private final String name;
  private final MaximumFlowAlgorithm<Integer, DefaultWeightedEdge> algorithm;
  private final Map<String, Integer> exits;
  private final Map<String, Integer> entries;

  private JGraphTFlows(
      MaximumFlowAlgorithm<Integer, DefaultWeightedEdge> algorithm,
      Map<String, Integer> exits,
      Map<String, Integer> entries) {
    this.name = "JGraphT " + algorithm.getClass().getSimpleName().replace("MFImpl", "");
    this.algorithm = algorithm;
    this.exits = exits;
    this.entries = entries;
  }

  /**
   * All algorithms, counting vertex-disjoint paths: each vertex is split in two, which an edge of
   * capacity 1 joins.
   */
  public static List<JGraphTFlows> ofDisjointPaths(AttestationGraph<String> graph) {
    Graph<Integer, DefaultWeightedEdge> split =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    Map<String, Integer> entries = new HashMap<>();
    Map<String, Integer> exits = new HashMap<>();
    for (String vertex : graph.vertices()) {
      entries.put(vertex, 2 * entries.size());
      exits.put(vertex, 2 * exits.size() + 1);
      split.addVertex(entries.get(vertex));
      split.addVertex(exits.get(vertex));
      split.addEdge(entries.get(vertex), exits.get(vertex));
    }
    graph
        .edges()
        .forEach(edge -> split.addEdge(exits.get(edge.attester()), entries.get(edge.attestee())));
    return algorithms(split).map(one -> new JGraphTFlows(one, exits, entries)).toList();
  }

  /** All algorithms, within the graph's capacities. */
  public static List<JGraphTFlows> ofCapacities(AttestationGraph<String> graph) {
    Graph<Integer, DefaultWeightedEdge> plain =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    Map<String, Integer> numbers = new HashMap<>();
    for (String vertex : graph.vertices()) {
      numbers.put(vertex, numbers.size());
      plain.addVertex(numbers.get(vertex));
    }
    for (AttestationEdge<String> edge : graph.edges().toList()) {
      plain.setEdgeWeight(
          plain.addEdge(numbers.get(edge.attester()), numbers.get(edge.attestee())),
          edge.capacity());
    }
    return algorithms(plain).map(one -> new JGraphTFlows(one, numbers, numbers)).toList();
  }

  /** The one that answers these pairs in the shortest time, each having answered them before. */
  public static JGraphTFlows fastest(List<JGraphTFlows> all, List<GraphSample.Pair> pairs) {
    return all.stream()
        .min(Comparator.comparingDouble((JGraphTFlows one) -> one.nanos(pairs)))
        .orElseThrow();
  }

  /** JGraphT and the algorithm's name. */
  public String name() {
    return name;
  }

  /** The maximum flow, or the number of vertex-disjoint paths. */
  public double value(GraphSample.Pair pair) {
    return algorithm.getMaximumFlowValue(exits.get(pair.from()), entries.get(pair.to()));
  }

  private double nanos(List<GraphSample.Pair> pairs) {
    return new Stopwatch(200, 1, 0)
        .nanos(() -> pairs.stream().mapToLong(pair -> (long) value(pair)).sum())[0];
  }

  private static Stream<MaximumFlowAlgorithm<Integer, DefaultWeightedEdge>> algorithms(
      Graph<Integer, DefaultWeightedEdge> graph) {
    return Stream.of(
        new PushRelabelMFImpl<>(graph),
        new DinicMFImpl<>(graph),
        new EdmondsKarpMFImpl<>(graph),
        new BoykovKolmogorovMFImpl<>(graph));
  }
}
