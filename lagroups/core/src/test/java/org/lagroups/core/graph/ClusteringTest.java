package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.LinkedHashSet;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class ClusteringTest {

  @Test
  void isOneInACliqueAndZeroInAStar() {
    assertThat(new Clustering<>(Graphs.complete(6)).average()).hasValue(1);
    Clustering<String> star = new Clustering<>(Graphs.of("m>a m>b m>c"));
    assertThat(star.of("m")).hasValue(0);
    assertThat(star.average()).hasValue(0);
  }

  @Test
  void countsOrderedPairsOfNeighboursInEitherDirection() {
    Clustering<String> clustering = new Clustering<>(Graphs.of("a>m m>b a>b b>c m>c"));
    assertThat(clustering.of("m")).hasValue(2.0 / 6);
  }

  @Test
  void hasNoValueForANodeWithFewerThanTwoNeighbours() {
    Clustering<String> clustering = new Clustering<>(Graphs.of("a>b b>a c"));
    assertThat(clustering.of("a")).isEmpty();
    assertThat(clustering.of("c")).isEmpty();
    assertThat(clustering.of("nobody")).isEmpty();
    assertThat(clustering.average()).isEmpty();
  }

  @Test
  void agreesWithItsDefinition() {
    Seeds.forEach(
        50,
        1_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 1 + random.nextInt(15), random.nextDouble());
          Clustering<Integer> clustering = new Clustering<>(graph);
          for (int v : graph.vertices()) {
            assertThat(clustering.of(v)).isEqualTo(byDefinition(graph, v));
          }
          double average =
              graph.vertices().stream()
                  .map(v -> byDefinition(graph, v))
                  .flatMapToDouble(OptionalDouble::stream)
                  .average()
                  .orElse(-1);
          assertThat(clustering.average().orElse(-1)).isCloseTo(average, within(1e-12));
        });
  }

  private static OptionalDouble byDefinition(AttestationGraph<Integer> graph, int vertex) {
    Set<Integer> neighbours = new LinkedHashSet<>(graph.attestees(vertex));
    neighbours.addAll(graph.attesters(vertex));
    return neighbours.stream()
        .flatMap(from ->
            neighbours.stream()
                .filter(to -> !to.equals(from))
                .map(to -> graph.hasEdge(from, to) ? 1 : 0))
        .mapToInt(Integer::intValue)
        .average();
  }
}
