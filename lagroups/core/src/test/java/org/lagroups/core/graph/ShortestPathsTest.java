package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.OptionalInt;
import java.util.Random;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.alg.shortestpath.DijkstraShortestPath;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class ShortestPathsTest {

  @Test
  void prefersCheapDetoursOverDearShortcuts() {
    ShortestPaths<String> paths =
        new ShortestPaths<>(
            AttestationGraph.<String>builder()
                .edge("a", "d", 10, 1)
                .edge("a", "b", 1, 1)
                .edge("b", "c", 2, 1)
                .edge("c", "d", 3.5, 1)
                .build());
    assertThat(paths.cheapest("a", "d"))
        .contains(new AttestationPath<>(List.of("a", "b", "c", "d"), 6.5));
    assertThat(paths.hops("a", "d")).hasValue(1);
    assertThat(paths.hops("a", "c")).hasValue(2);
  }

  @Test
  void listsTheSamePathsToAllAsToEachOne() {
    Seeds.forEach(
        20,
        500,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = Graphs.random(random, 1 + random.nextInt(15), 0.2);
          ShortestPaths<Integer> paths = new ShortestPaths<>(graph);
          for (int from : graph.vertices()) {
            assertThat(paths.allFrom(from))
                .isEqualTo(
                    graph.vertices().stream()
                        .flatMap(to -> paths.cheapest(from, to).stream())
                        .toList());
          }
          assertThat(paths.allFrom(99)).isEmpty();
        });
  }

  @Test
  void staysWhereItIsAtNoCost() {
    ShortestPaths<String> paths = new ShortestPaths<>(Graphs.of("a>b"));
    assertThat(paths.cheapest("a", "a")).contains(new AttestationPath<>(List.of("a"), 0));
    assertThat(paths.hops("a", "a")).hasValue(0);
  }

  @Test
  void findsNothingAgainstTheDirectionOrOutsideTheGraph() {
    ShortestPaths<String> paths = new ShortestPaths<>(Graphs.of("a>b"));
    assertThat(paths.cheapest("b", "a")).isEmpty();
    assertThat(paths.hops("b", "a")).isEmpty();
    assertThat(paths.cheapest("a", "z")).isEmpty();
    assertThat(paths.hops("z", "a")).isEmpty();
  }

  @Test
  void agreesWithTheOracleOnEveryPair() {
    Seeds.forEach(
        20,
        500,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 2 + random.nextInt(30), random.nextDouble() * 0.3);
          for (int s : graph.vertices()) {
            for (int t : graph.vertices()) {
              checkPair(graph, s, t);
            }
          }
        });
  }

  @Test
  void followsAChainOfAHundredThousand() {
    ShortestPaths<Integer> paths = new ShortestPaths<>(Graphs.chain(100_000));
    assertThat(paths.cheapest(0, 100_000).orElseThrow().cost()).isEqualTo(100_000);
    assertThat(paths.hops(0, 100_000)).hasValue(100_000);
  }

  private static void checkPair(AttestationGraph<Integer> graph, int s, int t) {
    ShortestPaths<Integer> paths = new ShortestPaths<>(graph);
    var path = paths.cheapest(s, t);
    GraphPath<Integer, ?> cheapest = new DijkstraShortestPath<>(graph.asJGraphT()).getPath(s, t);
    GraphPath<Integer, ?> shortest = new BFSShortestPath<>(graph.asJGraphT()).getPath(s, t);
    assertThat(path.isPresent()).isEqualTo(cheapest != null);
    assertThat(paths.hops(s, t))
        .isEqualTo(shortest == null ? OptionalInt.empty() : OptionalInt.of(shortest.getLength()));
    path.ifPresent(found -> {
      assertThat(found.cost()).isEqualTo(cheapest.getWeight());
      assertThat(found.vertices()).startsWith(s).endsWith(t).doesNotHaveDuplicates();
      for (int i = 0; i < found.hops(); i++) {
        assertThat(graph.hasEdge(found.vertices().get(i), found.vertices().get(i + 1))).isTrue();
      }
    });
  }
}
