package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.ShortDisjointPaths.Answer;
import org.lagroups.simnet.seed.Seeds;

final class ShortDisjointPathsTest {

  /** Two disjoint paths exist, but the only one that is short blocks both. */
  private static final String CROSSING = "s>a a>d d>t s>b b>c c>d a>e e>f f>g g>t";

  @Test
  void countsOnlyShortPaths() {
    ShortDisjointPaths<String> paths = new ShortDisjointPaths<>(Graphs.of(CROSSING));
    assertThat(paths.find("s", "t", 2).atMost()).isZero();
    assertThat(count(paths.find("s", "t", 3))).isEqualTo(1);
    assertThat(count(paths.find("s", "t", 4))).isEqualTo(1);
    assertThat(count(paths.find("s", "t", 5))).isEqualTo(2);
  }

  @Test
  void countsADirectAttestationAsOneHop() {
    ShortDisjointPaths<String> paths = new ShortDisjointPaths<>(Graphs.of("s>t s>a a>t s>b b>t"));
    assertThat(count(paths.find("s", "t", 1))).isEqualTo(1);
    assertThat(count(paths.find("s", "t", 2))).isEqualTo(3);
    assertThat(count(paths.find("t", "s", 1))).isZero();
    assertThat(count(paths.find("s", "nobody", 3))).isZero();
  }

  @Test
  void agreesWithTryingEverythingOnSmallGraphs() {
    Seeds.forEach(
        150,
        5_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 3 + random.nextInt(7), 0.15 + random.nextDouble() * 0.45);
          ShortDisjointPaths<Integer> paths = new ShortDisjointPaths<>(graph);
          for (int maxHops = 1; maxHops < graph.vertexCount(); maxHops++) {
            Answer<Integer> answer = paths.find(0, 1, maxHops);
            assertThat(count(answer)).isEqualTo(byTryingAll(graph, maxHops));
            checkSound(graph, answer, maxHops);
          }
        });
  }

  @Test
  void countsAllPathsWhenAnyLengthWillDo() {
    Seeds.forEach(
        20,
        500,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = Graphs.random(random, 40, 0.08);
          int all = new DisjointPaths<>(graph).count(0, 1);
          assertThat(count(new ShortDisjointPaths<>(graph).find(0, 1, 40))).isEqualTo(all);
        });
  }

  @Test
  void givesHonestBoundsWhenTheBudgetIsSpent() {
    Seeds.forEach(
        100,
        2_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = Graphs.random(random, 9, 0.3);
          for (int maxHops = 2; maxHops < 8; maxHops++) {
            Answer<Integer> answer = new ShortDisjointPaths<>(graph).find(0, 1, maxHops, 0);
            int truth = byTryingAll(graph, maxHops);
            assertThat(answer.paths()).hasSizeLessThanOrEqualTo(truth);
            assertThat(answer.atMost()).isGreaterThanOrEqualTo(truth);
            checkSound(graph, answer, maxHops);
          }
        });
  }

  @Test
  void refusesWhatMakesNoSense() {
    ShortDisjointPaths<String> paths = new ShortDisjointPaths<>(Graphs.of("s>t"));
    assertThatThrownBy(() -> paths.find("s", "s", 2)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> paths.find("s", "t", 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> paths.find("s", "t", 2, -1))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static int count(Answer<?> answer) {
    assertThat(answer.isExact()).isTrue();
    return answer.atMost();
  }

  private static void checkSound(
      AttestationGraph<Integer> graph, Answer<Integer> answer, int maxHops) {
    Set<Integer> seen = new HashSet<>();
    for (AttestationPath<Integer> path : answer.paths()) {
      assertThat(path.hops()).isLessThanOrEqualTo(maxHops);
      assertThat(path.vertices().getFirst()).isZero();
      assertThat(path.vertices().getLast()).isEqualTo(1);
      for (int i = 1; i < path.vertices().size(); i++) {
        assertThat(graph.hasEdge(path.vertices().get(i - 1), path.vertices().get(i))).isTrue();
      }
      for (int v : path.between()) {
        assertThat(seen.add(v)).as("a vertex on two paths").isTrue();
      }
    }
    assertThat(new HashSet<>(answer.paths())).hasSize(answer.paths().size());
  }

  /** By listing all simple paths from 0 to 1, as sets of inner vertices, and packing them. */
  private static int byTryingAll(AttestationGraph<Integer> graph, int maxHops) {
    List<Integer> inner = new ArrayList<>();
    collect(graph, 0, 0, maxHops, inner);
    int direct = graph.hasEdge(0, 1) ? 1 : 0;
    return direct + pack(inner.stream().filter(set -> set != 0).distinct().toList(), 0, 0);
  }

  private static void collect(
      AttestationGraph<Integer> graph, int v, int set, int hopsLeft, List<Integer> found) {
    if (v == 1) {
      found.add(set);
    } else if (hopsLeft > 0) {
      for (int w : graph.attestees(v)) {
        if (w != 0 && (set & 1 << w) == 0) {
          collect(graph, w, w == 1 ? set : set | 1 << w, hopsLeft - 1, found);
        }
      }
    }
  }

  private static int pack(List<Integer> sets, int from, int used) {
    int most = 0;
    for (int i = from; i < sets.size(); i++) {
      if ((sets.get(i) & used) == 0) {
        most = Math.max(most, 1 + pack(sets, i + 1, used | sets.get(i)));
      }
    }
    return most;
  }
}
