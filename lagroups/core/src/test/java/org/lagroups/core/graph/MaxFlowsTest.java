package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jgrapht.Graph;
import org.jgrapht.alg.flow.PushRelabelMFImpl;
import org.jgrapht.graph.DefaultWeightedEdge;
import org.jgrapht.graph.SimpleDirectedWeightedGraph;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class MaxFlowsTest {

  private static final AttestationGraph<String> TWO_WAYS =
      AttestationGraph.<String>builder()
          .edge("s", "a", 1, 4)
          .edge("a", "t", 1, 3)
          .edge("s", "b", 1, 2)
          .edge("b", "t", 1, 5)
          .edge("a", "b", 1, 1.5)
          .build();

  @Test
  void addsUpWhatAllPathsCarry() {
    MaxFlows<String> flows = new MaxFlows<>(TWO_WAYS);
    assertThat(flows.value("s", "t")).isEqualTo(6);
    assertThat(flows.value("t", "s")).isZero();
    assertThat(flows.value("s", "nobody")).isZero();
  }

  @Test
  void namesTheEdgesThatLimitTheFlow() {
    MaxFlow<String> flow = new MaxFlows<>(TWO_WAYS).find("s", "t");
    assertThat(flow.cut())
        .containsExactly(
            new AttestationEdge<>("s", "a", 1, 4), new AttestationEdge<>("s", "b", 1, 2));
  }

  @Test
  void letsNothingThroughEdgesWithoutCapacity() {
    AttestationGraph<String> blocked = TWO_WAYS.withCapacities(edge -> 0);
    assertThat(new MaxFlows<>(blocked).find("s", "t"))
        .isEqualTo(new MaxFlow<>("s", "t", 0, List.of(), List.of()));
  }

  @Test
  void looksAtAPartOfTheGraphOnly() {
    AttestationGraph<String> part = TWO_WAYS.within(List.of("s", "a", "t", "unknown"));
    assertThat(new MaxFlows<>(part).value("s", "t")).isEqualTo(3);
  }

  @Test
  void refusesAPairOfTheSame() {
    MaxFlows<String> flows = new MaxFlows<>(TWO_WAYS);
    assertThatThrownBy(() -> flows.value("s", "s")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void provesItsValueByAFlowAndACut() {
    Seeds.forEach(
        200,
        5_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 2 + random.nextInt(12), random.nextDouble())
                  .withCapacities(edge -> random.nextInt(8) * 0.5);
          MaxFlow<Integer> flow = new MaxFlows<>(graph).find(0, 1);
          assertThat(flow.value()).isEqualTo(oracle(graph));
          checkConserved(flow);
          assertThat(flow.cut().stream().mapToDouble(AttestationEdge::capacity).sum())
              .isEqualTo(flow.value());
        });
  }

  @Test
  void staysNearTheTruthWithAnyCapacities() {
    Seeds.forEach(
        50,
        1_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 20, 0.4)
                  .withCapacities(edge -> Math.pow(10, random.nextInt(12)) * random.nextDouble());
          MaxFlow<Integer> flow = new MaxFlows<>(graph).find(0, 1);
          double cut = flow.cut().stream().mapToDouble(AttestationEdge::capacity).sum();
          assertThat(flow.value()).isCloseTo(cut, within(1e-9 * (cut + 1)));
        });
  }

  private static void checkConserved(MaxFlow<Integer> flow) {
    Map<Integer, Double> balance = new HashMap<>();
    for (MaxFlow.Share<Integer> share : flow.shares()) {
      assertThat(share.amount()).isPositive().isLessThanOrEqualTo(share.edge().capacity());
      balance.merge(share.edge().attester(), -share.amount(), Double::sum);
      balance.merge(share.edge().attestee(), share.amount(), Double::sum);
    }
    assertThat(balance.getOrDefault(0, 0.0)).isEqualTo(-flow.value());
    assertThat(balance.getOrDefault(1, 0.0)).isEqualTo(flow.value());
    balance.keySet().removeIf(vertex -> vertex < 2);
    assertThat(balance.values()).allMatch(value -> value == 0);
  }

  private static double oracle(AttestationGraph<Integer> graph) {
    Graph<Integer, DefaultWeightedEdge> copy =
        new SimpleDirectedWeightedGraph<>(DefaultWeightedEdge.class);
    graph.vertices().forEach(copy::addVertex);
    graph
        .edges()
        .forEach(edge ->
            copy.setEdgeWeight(copy.addEdge(edge.attester(), edge.attestee()), edge.capacity()));
    return new PushRelabelMFImpl<>(copy).getMaximumFlowValue(0, 1);
  }
}
