package org.lagroups.core.robust.set;

import static org.assertj.core.api.Assertions.assertThat;
import static org.lagroups.core.testing.TestSubjects.node;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.graph.GraphBuilder;
import org.lagroups.core.testing.RobustProperties;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.seed.Seeds;

/** That t - 1 faults are withstood, and t are not. */
final class RobustSetTest {

  /** What faulty nodes do to the graph; whatever else they do lies between the two. */
  private enum Misdeed {
    /** They vouch for nobody, and nobody vouches for them any more. */
    VANISH,
    /** They vouch for everybody, and correct nodes no longer for them. */
    LIE
  }

  @Test
  void isTheLargestSetOnEveryGraphOfFourNodes() {
    everyGraph(
        4,
        graph -> {
          for (int t = 1; t <= 3; t++) {
            Set<NodeId> union = new TreeSet<>();
            int threshold = t;
            subsets(graph.vertices(), 4).stream()
                .filter(some -> isRobust(graph, some, threshold))
                .forEach(union::addAll);
            assertThat(RobustSet.of(graph, t).members()).isEqualTo(union);
          }
        });
  }

  @Test
  void withstandsOneFaultAtThresholdTwoOnEveryGraphOfFourNodes() {
    everyGraph(4, graph -> assertThat(complaints(graph, 2)).isEmpty());
  }

  @Test
  void withstandsFewerFaultsThanItsThresholdOnRandomGraphs() {
    Seeds.forEach(
        400,
        40_000,
        seed -> {
          Random random = new Random(seed);
          int nodes = 4 + random.nextInt(7);
          double density = 0.5 + random.nextDouble() * 0.5;
          AttestationGraph<NodeId> graph =
              graph(nodes, (from, to) -> random.nextDouble() < density);
          assertThat(complaints(graph, 1 + random.nextInt(4))).isEmpty();
        });
  }

  @Test
  void asManyFaultsAsTheThresholdBreakItAndTheCheckSaysSo() {
    for (int t = 1; t <= 5; t++) {
      AttestationGraph<NodeId> clique = graph(2 * t, (from, to) -> true);
      RobustSet before = RobustSet.of(clique, t);
      assertThat(before.assured()).hasSize(2 * t);
      Set<NodeId> faulty = Set.copyOf(clique.vertices().subList(0, t));
      RobustSet after = RobustSet.of(afterwards(clique, faulty, Misdeed.VANISH), t);
      assertThat(after.members()).isEmpty();
      assertThat(RobustProperties.ofPersistence(before.assured(), after.members(), faulty))
          .hasSize(t);
    }
  }

  @Test
  void asManyLiarsAsTheThresholdBringInWhomeverTheyLikeAndTheCheckSaysSo() {
    int t = 2;
    // 0 and 1 lie for 2, whom no correct node of 3, 4 and 5 vouches for.
    AttestationGraph<NodeId> graph =
        graph(6, (from, to) -> (from != 2 || to < 2) && (to != 2 || from < 2));
    RobustSet set = RobustSet.of(graph, t);
    assertThat(set.members()).contains(node(2));
    assertThat(RobustProperties.ofSoundness(graph, set.members(), Set.of(node(0), node(1))))
        .containsExactly(
            "no correct member attests to " + node(2).abbreviated(),
            node(2).abbreviated() + " attests to no correct member");
    assertThat(RobustProperties.ofSoundness(graph, set.members(), Set.of(node(0)))).isEmpty();
  }

  @Test
  void aMemberThatIsNotAssuredMayFallWithOneOther() {
    // Four nodes that all attest to each other, and 4, which is tied to 0 and 1 only.
    AttestationGraph<NodeId> graph = graph(5, (from, to) -> (from < 4 && to < 4) || from + to <= 5);
    RobustSet set = RobustSet.of(graph, 2);
    assertThat(set.members()).hasSize(5);
    assertThat(set.assured()).hasSize(4).doesNotContain(node(4));
    assertThat(set.support()).containsEntry(node(4), new Support(2, 2));
    RobustSet after = RobustSet.of(graph.without(node(0)), 2);
    assertThat(after.members()).containsExactly(node(1), node(2), node(3));
    assertThat(after.support()).containsEntry(node(4), new Support(1, 1));
  }

  /** What is wrong with any set of t - 1 faulty nodes. */
  private static List<String> complaints(AttestationGraph<NodeId> graph, int threshold) {
    RobustSet before = RobustSet.of(graph, threshold);
    List<String> complaints = new ArrayList<>(RobustProperties.ofDefinition(graph, before));
    for (Set<NodeId> faulty : subsets(graph.vertices(), threshold - 1)) {
      complaints.addAll(RobustProperties.ofSoundness(graph, before.members(), faulty));
      for (Misdeed misdeed : Misdeed.values()) {
        AttestationGraph<NodeId> now = afterwards(graph, faulty, misdeed);
        RobustSet after = RobustSet.of(now, threshold);
        complaints.addAll(RobustProperties.ofSoundness(now, after.members(), faulty));
        complaints.addAll(
            RobustProperties.ofPersistence(before.assured(), after.members(), faulty));
      }
    }
    return complaints;
  }

  private static AttestationGraph<NodeId> afterwards(
      AttestationGraph<NodeId> graph, Set<NodeId> faulty, Misdeed misdeed) {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    graph.vertices().forEach(builder::vertex);
    for (NodeId from : graph.vertices()) {
      for (NodeId to : graph.vertices()) {
        boolean holds =
            faulty.contains(from)
                ? misdeed == Misdeed.LIE
                : graph.hasEdge(from, to) && !faulty.contains(to);
        if (holds && !from.equals(to)) {
          builder.edge(from, to);
        }
      }
    }
    return builder.build();
  }

  private static boolean isRobust(AttestationGraph<NodeId> graph, Set<NodeId> some, int threshold) {
    return some.stream()
        .allMatch(node ->
            graph.attesters(node).stream().filter(some::contains).count() >= threshold
                && graph.attestees(node).stream().filter(some::contains).count() >= threshold);
  }

  /** Does something with every graph of so many nodes. */
  private static void everyGraph(int nodes, Consumer<AttestationGraph<NodeId>> action) {
    int pairs = nodes * (nodes - 1);
    for (int edges = 0; edges < 1 << pairs; edges++) {
      int chosen = edges;
      action.accept(
          graph(
              nodes,
              (from, to) ->
                  ((chosen >> (from * (nodes - 1) + (to < from ? to : to - 1))) & 1) == 1));
    }
  }

  private static AttestationGraph<NodeId> graph(int nodes, BiPredicate<Integer, Integer> hasEdge) {
    GraphBuilder<NodeId> builder = AttestationGraph.builder();
    IntStream.range(0, nodes).forEach(i -> builder.vertex(node(i)));
    for (int from = 0; from < nodes; from++) {
      for (int to = 0; to < nodes; to++) {
        if (from != to && hasEdge.test(from, to)) {
          builder.edge(node(from), node(to));
        }
      }
    }
    return builder.build();
  }

  /** All sets of at most so many of these. */
  private static List<Set<NodeId>> subsets(List<NodeId> all, int most) {
    List<Set<NodeId>> found = new ArrayList<>();
    for (int chosen = 0; chosen < 1 << all.size(); chosen++) {
      if (Integer.bitCount(chosen) <= most) {
        int bits = chosen;
        Set<NodeId> some = new TreeSet<>();
        IntStream.range(0, all.size())
            .filter(i -> ((bits >> i) & 1) == 1)
            .forEach(i -> some.add(all.get(i)));
        found.add(some);
      }
    }
    return found;
  }
}
