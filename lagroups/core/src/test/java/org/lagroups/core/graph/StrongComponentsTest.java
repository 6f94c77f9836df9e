package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class StrongComponentsTest {

  @Test
  void listsTheLargestFirstAndMembersInOrder() {
    StrongComponents<String> components =
        new StrongComponents<>(Graphs.of("f>e e>f c>b b>a a>c a>f b d"));
    assertThat(components.all())
        .containsExactly(List.of("a", "b", "c"), List.of("e", "f"), List.of("d"));
    assertThat(components.containing("f")).containsExactly("e", "f");
    assertThat(components.containing("nobody")).containsExactly("nobody");
    assertThat(components.isWholeGraph()).isFalse();
  }

  @Test
  void isTheWholeGraphWhereAllReachEachOther() {
    assertThat(new StrongComponents<>(Graphs.of("a>b b>c c>a")).isWholeGraph()).isTrue();
    assertThat(new StrongComponents<>(AttestationGraph.<String>builder().build()).isWholeGraph())
        .isTrue();
  }

  @Test
  void agreesWithTheOracle() {
    Seeds.forEach(
        50,
        2_000,
        seed -> {
          Random random = new Random(seed);
          int n = 1 + random.nextInt(60);
          AttestationGraph<Integer> graph = Graphs.random(random, n, 3 * random.nextDouble() / n);
          Set<Set<Integer>> ours =
              new StrongComponents<>(graph)
                  .all().stream().map(Set::copyOf).collect(Collectors.toSet());
          assertThat(ours)
              .isEqualTo(
                  Set.copyOf(
                      new KosarajuStrongConnectivityInspector<>(graph.asJGraphT())
                          .stronglyConnectedSets()));
        });
  }

  @Test
  void followsAChainAndACycleOfAHundredThousand() {
    assertThat(new StrongComponents<>(Graphs.chain(100_000)).all()).hasSize(100_001);
    GraphBuilder<Integer> cycle = AttestationGraph.builder();
    for (int v = 0; v < 100_000; v++) {
      cycle.edge(v, (v + 1) % 100_000);
    }
    assertThat(new StrongComponents<>(cycle.build()).isWholeGraph()).isTrue();
  }
}
