package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.VertexCut.DirectAttestation;
import org.lagroups.core.graph.VertexCut.Separator;
import org.lagroups.simnet.seed.Seeds;

final class VertexCutsTest {

  @Test
  void namesTheMembersOnWhichAllPathsDepend() {
    VertexCuts<String> cuts = new VertexCuts<>(Graphs.of("s>a s>b s>c a>m b>m b>n c>n m>t n>t"));
    assertThat(cuts.between("s", "t")).isEqualTo(new Separator<>("s", "t", List.of("m", "n")));
  }

  @Test
  void countsMutualNeighboursAsMembers() {
    VertexCuts<String> cuts = new VertexCuts<>(Graphs.of("s>a a>t s>b b>c c>t"));
    assertThat(cuts.between("s", "t")).isEqualTo(new Separator<>("s", "t", List.of("a", "b")));
  }

  @Test
  void saysThatNoRemovalPartsADirectAttestation() {
    VertexCuts<String> cuts = new VertexCuts<>(Graphs.of("s>t s>a a>t"));
    assertThat(cuts.between("s", "t")).isEqualTo(new DirectAttestation<>("s", "t"));
  }

  @Test
  void needsNoMembersWhereThereIsNoPath() {
    VertexCuts<String> cuts = new VertexCuts<>(Graphs.of("t>s"));
    assertThat(cuts.between("s", "t")).isEqualTo(new Separator<>("s", "t", List.of()));
    assertThat(cuts.between("s", "z")).isEqualTo(new Separator<>("s", "z", List.of()));
  }

  @Test
  void refusesAPairOfTheSame() {
    VertexCuts<String> cuts = new VertexCuts<>(Graphs.of("s>t"));
    assertThatThrownBy(() -> cuts.between("s", "s")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void partsEveryPairWithAsManyMembersAsThereAreDisjointPaths() {
    Seeds.forEach(
        25,
        1_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 2 + random.nextInt(16), random.nextDouble() * 0.6);
          Oracle<Integer> oracle = new Oracle<>(graph);
          VertexCuts<Integer> cuts = new VertexCuts<>(graph);
          for (int s : graph.vertices()) {
            for (int t : graph.vertices()) {
              if (s != t) {
                checkPair(graph, cuts.between(s, t), oracle.disjointPaths(s, t));
              }
            }
          }
        });
  }

  @Test
  void findsTheSmallestCutOfAll() {
    Seeds.forEach(
        60,
        3_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 2 + random.nextInt(12), 0.2 + random.nextDouble() * 0.8);
          Optional<Separator<Integer>> cut = new VertexCuts<>(graph).ofWholeGraph();
          assertThat(cut.map(Separator::size)).isEqualTo(smallestByTryingAllPairs(graph));
          cut.ifPresent(found -> checkParts(graph, found));
        });
  }

  @Test
  void findsNoCutWhereEveryoneAttestsToEveryone() {
    assertThat(new VertexCuts<>(Graphs.complete(6)).ofWholeGraph()).isEmpty();
    assertThat(new VertexCuts<>(Graphs.of("a")).ofWholeGraph()).isEmpty();
    assertThat(new VertexCuts<>(AttestationGraph.<String>builder().build()).ofWholeGraph())
        .isEmpty();
  }

  @Test
  void findsTheBridgeBetweenTwoCliques() {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < 10; v++) {
      for (int w = 0; w < 10; w++) {
        builder.edge(v, w).edge(v + 9, w + 9);
      }
    }
    Separator<Integer> cut = new VertexCuts<>(builder.build()).ofWholeGraph().orElseThrow();
    assertThat(cut.members()).containsExactly(9);
  }

  private static void checkPair(
      AttestationGraph<Integer> graph, VertexCut<Integer> cut, int disjointPaths) {
    switch (cut) {
      case DirectAttestation<Integer> direct ->
          assertThat(graph.hasEdge(direct.from(), direct.to())).isTrue();
      case Separator<Integer> separator -> {
        assertThat(separator.size()).isEqualTo(disjointPaths);
        checkParts(graph, separator);
      }
    }
  }

  private static void checkParts(AttestationGraph<Integer> graph, Separator<Integer> cut) {
    assertThat(cut.members()).isSorted().doesNotHaveDuplicates();
    assertThat(cut.members()).doesNotContain(cut.from(), cut.to());
    AttestationGraph<Integer> rest = Graphs.without(graph, cut.members());
    assertThat(Reachability.from(rest, cut.from())).doesNotContain(cut.to());
  }

  private static Optional<Integer> smallestByTryingAllPairs(AttestationGraph<Integer> graph) {
    Oracle<Integer> oracle = new Oracle<>(graph);
    return graph.vertices().stream()
        .flatMap(s ->
            graph.vertices().stream()
                .filter(t -> !s.equals(t) && !graph.hasEdge(s, t))
                .map(t -> oracle.disjointPaths(s, t)))
        .min(Integer::compare);
  }
}
