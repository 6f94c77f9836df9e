package org.lagroups.scenarios.bench.cast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.bench.cast.host.PeerHost.Kind;
import org.lagroups.simnet.seed.Seeds;

final class LinksTest {

  private static final int SEEDS = 30;
  private static final int FULL_SEEDS = 3_000;

  @Test
  void bestTreeOfEqualUplinksIsAChain() {
    Map<String, List<String>> tree = tree(Map.of("s", 10.0, "a", 10.0, "b", 10.0, "c", 10.0));
    assertThat(tree)
        .hasSize(3)
        .containsKey("s")
        .allSatisfy((host, to) -> assertThat(to).hasSize(1));
  }

  @Test
  void bestTreeOfAStrongSourceIsAStarAndOfAWeakOneGoesOverAStrongHost() {
    assertThat(tree(Map.of("s", 40.0, "a", 10.0, "b", 9.0)).get("s"))
        .containsExactlyInAnyOrder("a", "b");
    assertThat(tree(Map.of("s", 10.0, "a", 5.0, "b", 40.0, "c", 5.0)))
        .isEqualTo(Map.of("s", List.of("b"), "b", List.of("a", "c")));
  }

  @Test
  void noTreeIsFasterThanTheBest() {
    Seeds.forEach(
        SEEDS,
        FULL_SEEDS,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          Map<String, Double> uplinks = new LinkedHashMap<>();
          for (String host : List.of("s", "a", "b", "c", "d")) {
            uplinks.put(host, 1 + 40 * random.nextDouble());
          }
          assertThat(rate(tree(uplinks), uplinks))
              .isCloseTo(fastest(List.copyOf(uplinks.keySet()), uplinks), within(1e-6));
        });
  }

  @Test
  void meshJoinsEachPairOnceAndEverybodyWithSix() {
    Seeds.forEach(
        SEEDS,
        FULL_SEEDS,
        seed -> {
          for (int size : List.of(2, 5, 7, 9, 25)) {
            List<String> hosts = IntStream.range(0, size).mapToObj(i -> "h" + i).toList();
            Links mesh = Links.mesh(Kind.MESH_RANDOM, hosts, seed);
            List<Set<String>> pairs =
                mesh.joins().entrySet().stream()
                    .flatMap(each -> each.getValue().stream().map(to -> Set.of(to, each.getKey())))
                    .toList();
            assertThat(pairs).doesNotHaveDuplicates();
            for (String host : hosts) {
              assertThat(pairs.stream().filter(pair -> pair.contains(host)))
                  .hasSize(Math.min(6, size - 1));
            }
          }
        });
  }

  private static Map<String, List<String>> tree(Map<String, Double> uplinks) {
    Map<String, List<String>> tree = Links.bestTree("s", uplinks).joins();
    Set<String> reached = new HashSet<>(Set.of("s"));
    for (int i = 0; i < uplinks.size(); i++) {
      tree.forEach((host, to) -> {
        if (reached.contains(host)) {
          reached.addAll(to);
        }
      });
    }
    assertThat(reached).isEqualTo(uplinks.keySet());
    assertThat(tree.values().stream().flatMap(List::stream)).hasSize(uplinks.size() - 1);
    return tree;
  }

  private static double rate(Map<String, List<String>> tree, Map<String, Double> uplinks) {
    return tree.entrySet().stream()
        .mapToDouble(each -> uplinks.getOrDefault(each.getKey(), 0.0) / each.getValue().size())
        .min()
        .orElseThrow();
  }

  /** By trying all parents of all receivers. */
  private static double fastest(List<String> hosts, Map<String, Double> uplinks) {
    int receivers = hosts.size() - 1;
    int all = (int) Math.pow(hosts.size(), receivers);
    double fastest = 0;
    for (int number = 0; number < all; number++) {
      int[] parents = new int[hosts.size()];
      int rest = number;
      for (int i = 1; i <= receivers; i++) {
        parents[i] = rest % hosts.size();
        rest /= hosts.size();
      }
      if (IntStream.rangeClosed(1, receivers).allMatch(i -> reachesSource(parents, i))) {
        fastest =
            Math.max(
                fastest,
                IntStream.of(parents)
                    .skip(1)
                    .mapToDouble(parent ->
                        uplinks.getOrDefault(hosts.get(parent), 0.0)
                            / IntStream.of(parents).skip(1).filter(p -> p == parent).count())
                    .min()
                    .orElseThrow());
      }
    }
    return fastest;
  }

  private static boolean reachesSource(int[] parents, int host) {
    return Stream.iterate(host, at -> parents[at]).limit(parents.length).anyMatch(at -> at == 0);
  }
}
