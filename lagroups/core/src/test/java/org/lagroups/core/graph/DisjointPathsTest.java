package org.lagroups.core.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class DisjointPathsTest {

  @Test
  void countsDirectAttestationAsOnePath() {
    DisjointPaths<String> paths = new DisjointPaths<>(Graphs.of("a>b"));
    assertThat(paths.count("a", "b")).isEqualTo(1);
    assertThat(paths.count("b", "a")).isZero();
    assertThat(paths.list("a", "b")).containsExactly(new AttestationPath<>(List.of("a", "b"), 1));
  }

  @Test
  void listsTheShortestFirst() {
    DisjointPaths<String> paths =
        new DisjointPaths<>(Graphs.of("s>a a>b b>t s>c c>t s>t s>d d>e e>f f>t"));
    assertThat(paths.list("s", "t").stream().map(AttestationPath::vertices))
        .containsExactly(
            List.of("s", "t"),
            List.of("s", "c", "t"),
            List.of("s", "a", "b", "t"),
            List.of("s", "d", "e", "f", "t"));
    assertThat(paths.list("s", "t", 2)).hasSize(2);
  }

  @Test
  void takesTheTemptingShortcutBackForASecondPath() {
    DisjointPaths<String> paths =
        new DisjointPaths<>(Graphs.of("s>a a>b b>t s>c c>d d>b a>e e>f f>t"));
    assertThat(paths.count("s", "t")).isEqualTo(2);
    assertThat(paths.list("s", "t", 1).getFirst().vertices()).containsExactly("s", "a", "b", "t");
    assertThat(paths.list("s", "t").stream().map(AttestationPath::vertices))
        .containsExactlyInAnyOrder(
            List.of("s", "a", "e", "f", "t"), List.of("s", "c", "d", "b", "t"));
  }

  @Test
  void sharesNoVertexEvenWhereEdgesAreDisjoint() {
    DisjointPaths<String> paths = new DisjointPaths<>(Graphs.of("s>a s>b a>m b>m m>c m>d c>t d>t"));
    assertThat(paths.count("s", "t")).isEqualTo(1);
  }

  @Test
  void stopsAtTheLimit() {
    DisjointPaths<Integer> paths = new DisjointPaths<>(Graphs.complete(20));
    assertThat(paths.count(0, 19)).isEqualTo(19);
    assertThat(paths.count(0, 19, 3)).isEqualTo(3);
    assertThat(paths.list(0, 19, 3).stream().map(AttestationPath::vertices))
        .containsExactly(List.of(0, 19), List.of(0, 1, 19), List.of(0, 2, 19));
  }

  @Test
  void findsNoPathToWhoIsNotInTheGraph() {
    DisjointPaths<String> paths = new DisjointPaths<>(Graphs.of("a>b"));
    assertThat(paths.count("a", "z")).isZero();
    assertThat(paths.list("z", "a")).isEmpty();
  }

  @Test
  void refusesAPairOfTheSameAndALimitBelowOne() {
    DisjointPaths<String> paths = new DisjointPaths<>(Graphs.of("a>b"));
    assertThatThrownBy(() -> paths.count("a", "a")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> paths.list("a", "b", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void agreesWithTheOracleOnEveryPair() {
    Seeds.forEach(
        60,
        3_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 2 + random.nextInt(24), random.nextDouble() * 0.6);
          Oracle<Integer> oracle = new Oracle<>(graph);
          DisjointPaths<Integer> paths = new DisjointPaths<>(graph);
          for (int s : graph.vertices()) {
            for (int t : graph.vertices()) {
              if (s != t) {
                checkPair(graph, paths, s, t, oracle.disjointPaths(s, t));
              }
            }
          }
        });
  }

  @Test
  void agreesWithTheOracleOnLongSparseGraphs() {
    Seeds.forEach(
        10,
        300,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph =
              Graphs.random(random, 150, 0.012 + 0.02 * random.nextDouble());
          Oracle<Integer> oracle = new Oracle<>(graph);
          DisjointPaths<Integer> paths = new DisjointPaths<>(graph);
          for (int pair = 0; pair < 100; pair++) {
            int s = random.nextInt(150);
            int t = (s + 1 + random.nextInt(149)) % 150;
            checkPair(graph, paths, s, t, oracle.disjointPaths(s, t));
          }
        });
  }

  @Test
  void usesTheFewestHopsInTotalAtEveryLimit() {
    Seeds.forEach(
        40,
        1_000,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = Graphs.random(random, 9, 0.3);
          DisjointPaths<Integer> paths = new DisjointPaths<>(graph);
          List<List<Integer>> all = allPaths(graph, 0, 1);
          for (int limit = 1; limit <= paths.count(0, 1); limit++) {
            assertThat(paths.list(0, 1, limit).stream().mapToInt(AttestationPath::hops).sum())
                .isEqualTo(fewestHops(all, 0, limit, new HashSet<>()));
          }
        });
  }

  @Test
  void givesTheSameAnswerWhateverWasAskedBefore() {
    Seeds.forEach(
        10,
        300,
        seed -> {
          Random random = new Random(seed);
          AttestationGraph<Integer> graph = Graphs.random(random, 16, 0.2);
          DisjointPaths<Integer> used = new DisjointPaths<>(graph);
          for (int i = 0; i < 30; i++) {
            int s = random.nextInt(16);
            int t = (s + 1 + random.nextInt(15)) % 16;
            assertThat(used.list(s, t)).isEqualTo(new DisjointPaths<>(graph).list(s, t));
            assertThat(used.count(s, t)).isEqualTo(new DisjointPaths<>(graph).count(s, t));
          }
        });
  }

  private static void checkPair(
      AttestationGraph<Integer> graph, DisjointPaths<Integer> paths, int s, int t, int expected) {
    assertThat(paths.count(s, t)).as("count from %d to %d", s, t).isEqualTo(expected);
    List<AttestationPath<Integer>> list = paths.list(s, t);
    assertThat(list).as("paths from %d to %d", s, t).hasSize(expected);
    Set<Integer> between = new HashSet<>();
    int hops = 0;
    for (AttestationPath<Integer> path : list) {
      checkPath(graph, path, s, t);
      assertThat(path.hops()).isGreaterThanOrEqualTo(hops);
      hops = path.hops();
      for (Integer vertex : path.between()) {
        assertThat(between.add(vertex)).as("%d is on one path only", vertex).isTrue();
      }
    }
  }

  private static void checkPath(
      AttestationGraph<Integer> graph, AttestationPath<Integer> path, int s, int t) {
    assertThat(path.vertices()).startsWith(s).endsWith(t).doesNotHaveDuplicates();
    double cost = 0;
    for (int i = 0; i < path.hops(); i++) {
      cost += graph.edge(path.vertices().get(i), path.vertices().get(i + 1)).orElseThrow().cost();
    }
    assertThat(path.cost()).isEqualTo(cost);
  }

  private static List<List<Integer>> allPaths(AttestationGraph<Integer> graph, int s, int t) {
    List<List<Integer>> done = new ArrayList<>();
    extend(graph, new ArrayList<>(List.of(s)), t, done);
    return done;
  }

  private static void extend(
      AttestationGraph<Integer> graph, List<Integer> path, int t, List<List<Integer>> done) {
    if (path.getLast() == t) {
      done.add(List.copyOf(path));
      return;
    }
    for (Integer next : graph.attestees(path.getLast())) {
      if (!path.contains(next)) {
        path.add(next);
        extend(graph, path, t, done);
        path.removeLast();
      }
    }
  }

  /** By trying all sets of {@code count} disjoint paths among those from {@code first} on. */
  private static int fewestHops(List<List<Integer>> all, int first, int count, Set<Integer> taken) {
    if (count == 0) {
      return 0;
    }
    int fewest = 1_000;
    for (int i = first; i < all.size(); i++) {
      List<Integer> between = all.get(i).subList(1, all.get(i).size() - 1);
      if (between.stream().noneMatch(taken::contains)) {
        taken.addAll(between);
        int rest = fewestHops(all, i + 1, count - 1, taken);
        between.forEach(taken::remove);
        fewest = Math.min(fewest, all.get(i).size() - 1 + rest);
      }
    }
    return fewest;
  }
}
