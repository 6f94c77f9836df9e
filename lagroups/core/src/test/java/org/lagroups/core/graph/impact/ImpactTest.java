package org.lagroups.core.graph.impact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.simnet.seed.Seeds;

final class ImpactTest {

  /** From s to t over a and b, both of which depend on m; c is a detour. */
  private static final AttestationGraph<String> GRAPH =
      AttestationGraph.<String>builder()
          .edge("s", "m", 1, 9)
          .edge("m", "a", 1, 4)
          .edge("m", "b", 1, 2)
          .edge("a", "t", 1, 4)
          .edge("b", "t", 3, 2)
          .edge("s", "c", 5, 1)
          .edge("c", "t", 5, 1)
          .build();

  @Test
  void saysWhatAnAnswerWouldBecome() {
    assertThat(Impact.of(GRAPH, Questions.disjointPaths("s", "t"), "m"))
        .isEqualTo(new Effect<>("m", 2, 1, 1));
    assertThat(Impact.of(GRAPH, Questions.flow("s", "t"), "a"))
        .isEqualTo(new Effect<>("a", 7, 3, 4));
    assertThat(Impact.of(GRAPH, Questions.shortest("s", "t"), "a"))
        .isEqualTo(new Effect<>("a", 3, 5, 2));
    assertThat(Impact.of(GRAPH, Questions.reached("s"), "m")).isEqualTo(new Effect<>("m", 6, 3, 3));
  }

  @Test
  void namesTheNodesThatWouldHurtMost() {
    assertThat(Impact.worst(GRAPH, Questions.flow("s", "t"), 2))
        .containsExactly(new Effect<>("m", 7, 1, 6), new Effect<>("a", 7, 3, 4));
    assertThat(Impact.worst(GRAPH, Questions.shortest("s", "t"), 9))
        .containsExactly(new Effect<>("m", 3, 10, 7), new Effect<>("a", 3, 5, 2));
  }

  @Test
  void countsNoAnswerAnyMoreAsTheWorst() {
    AttestationGraph<String> bridge =
        AttestationGraph.<String>builder().edge("s", "m").edge("m", "t").build();
    assertThat(Impact.worst(bridge, Questions.shortest("s", "t"), 9))
        .containsExactly(new Effect<>("m", 2, Double.POSITIVE_INFINITY, Double.POSITIVE_INFINITY));
  }

  @Test
  void findsNoHarmInANodeThatIsNotThere() {
    assertThat(Impact.of(GRAPH, Questions.wholeCut(), "nobody").harm()).isZero();
  }

  @Test
  void overlooksNobodyWhoseLeavingHurts() {
    Seeds.forEach(
        40,
        1_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = random(random, 2 + random.nextInt(9));
          checkComplete(graph, Questions.reached(0), List.of(0));
          checkComplete(graph, Questions.disjointPaths(0, 1), List.of(0, 1));
          checkComplete(graph, Questions.shortest(0, 1), List.of(0, 1));
          checkComplete(graph, Questions.flow(0, 1), List.of(0, 1));
          checkComplete(graph, Questions.wholeCut(), List.of());
          checkComplete(graph, Questions.largestComponent(), List.of());
          checkComplete(graph, Questions.robustCore(2), List.of());
        });
  }

  private static void checkComplete(
      AttestationGraph<Integer> graph, Question<Integer> question, List<Integer> named) {
    List<Effect<Integer>> worst = Impact.worst(graph, question, Integer.MAX_VALUE);
    assertThat(worst.stream().map(Effect::node).sorted().toList())
        .as(question.text())
        .isEqualTo(
            graph.vertices().stream()
                .filter(node -> !named.contains(node))
                .filter(node -> Impact.of(graph, question, node).harm() > 0)
                .toList());
    assertThat(worst.stream().map(Effect::harm)).isSortedAccordingTo(Comparator.reverseOrder());
  }

  private static AttestationGraph<Integer> random(Random random, int n) {
    GraphBuilder<Integer> builder = AttestationGraph.builder();
    for (int v = 0; v < n; v++) {
      builder.vertex(v);
      for (int w = 0; w < n; w++) {
        if (v != w && random.nextDouble() < 0.35) {
          builder.edge(v, w, 1 + random.nextInt(5), random.nextInt(6));
        }
      }
    }
    return builder.build();
  }
}
