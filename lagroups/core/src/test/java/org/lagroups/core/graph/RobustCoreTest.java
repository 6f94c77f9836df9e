package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class RobustCoreTest {

  @Test
  void needsAttestationsBothForAndFromEveryMember() {
    AttestationGraph<String> graph = Graphs.of("a>b b>a b>c c>b c>a a>c d>a d>b a>e b>e");
    assertThat(RobustCore.members(graph, 2)).containsExactly("a", "b", "c");
  }

  @Test
  void takesAwayWhoeverDependsOnThoseTakenAway() {
    AttestationGraph<String> graph = Graphs.of("a>b b>a b>c c>b c>d d>c");
    assertThat(RobustCore.members(graph, 1)).containsExactly("a", "b", "c", "d");
    assertThat(RobustCore.members(graph, 2)).isEmpty();
  }

  @Test
  void refusesAThresholdBelowOne() {
    AttestationGraph<String> graph = Graphs.of("a>b");
    assertThatThrownBy(() -> RobustCore.members(graph, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void isTheLargestOfAllSetsThatQualify() {
    Seeds.forEach(
        150,
        5_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 1 + random.nextInt(9), random.nextDouble());
          for (int t = 1; t < 5; t++) {
            assertThat(RobustCore.members(graph, t)).isEqualTo(byTryingAllSets(graph, t));
          }
        });
  }

  /** Sets that qualify are closed under union, so the largest is the union of all. */
  private static List<Integer> byTryingAllSets(AttestationGraph<Integer> graph, int t) {
    int union = 0;
    for (int set = 1; set < 1 << graph.vertexCount(); set++) {
      union |= qualifies(graph, set, t) ? set : 0;
    }
    return membersOf(graph, union);
  }

  private static boolean qualifies(AttestationGraph<Integer> graph, int set, int t) {
    AttestationGraph<Integer> inside = graph.within(membersOf(graph, set));
    return inside.vertices().stream()
        .allMatch(v -> inside.attestees(v).size() >= t && inside.attesters(v).size() >= t);
  }

  private static List<Integer> membersOf(AttestationGraph<Integer> graph, int set) {
    List<Integer> members = new ArrayList<>();
    for (int v : graph.vertices()) {
      if ((set & 1 << v) != 0) {
        members.add(v);
      }
    }
    return members;
  }
}
