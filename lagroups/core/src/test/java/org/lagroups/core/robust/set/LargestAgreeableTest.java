package org.lagroups.core.robust.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.testing.TestSubjects.node;

import java.util.Random;
import java.util.SortedSet;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

final class LargestAgreeableTest {

  @Test
  void allOfThemIfAllAttestToAll() {
    GraphBuilder<NodeId> graph = AttestationGraph.builder();
    clique(graph, 0, 6);
    assertThat(LargestAgreeable.of(graph.build(), ThresholdFunction.MAJORITY)).hasSize(6);
  }

  @Test
  void oneOfTwoHalvesThatHardlyKnowEachOther() {
    GraphBuilder<NodeId> graph = AttestationGraph.builder();
    clique(graph, 0, 4);
    clique(graph, 4, 8);
    graph.edge(node(0), node(4)).edge(node(4), node(0));
    assertThat(LargestAgreeable.of(graph.build(), ThresholdFunction.MAJORITY))
        .containsExactly(node(0), node(1), node(2), node(3));
  }

  @Test
  void isRobustByTheThresholdOfItsOwnSizeOnRandomGraphs() {
    Seeds.forEach(
        300,
        30_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<NodeId> graph = random(random);
          for (ThresholdFunction function : ThresholdFunction.values()) {
            SortedSet<NodeId> set = new TreeSet<>(LargestAgreeable.of(graph, function));
            assertThat(set).isNotEmpty();
            int threshold = function.of(set.size());
            if (threshold > 0) {
              assertThat(RobustSet.of(graph.within(set), threshold).members()).isEqualTo(set);
            }
          }
        });
  }

  private static AttestationGraph<NodeId> random(Random random) {
    int nodes = 1 + random.nextInt(12);
    double density = random.nextDouble();
    GraphBuilder<NodeId> graph = AttestationGraph.builder();
    for (int from = 0; from < nodes; from++) {
      graph.vertex(node(from));
      for (int to = 0; to < nodes; to++) {
        if (from != to && random.nextDouble() < density) {
          graph.edge(node(from), node(to));
        }
      }
    }
    return graph.build();
  }

  private static void clique(GraphBuilder<NodeId> graph, int first, int end) {
    for (int from = first; from < end; from++) {
      for (int to = first; to < end; to++) {
        if (from != to) {
          graph.edge(node(from), node(to));
        }
      }
    }
  }
}
