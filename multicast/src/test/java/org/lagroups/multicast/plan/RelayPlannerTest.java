package org.lagroups.multicast.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.plan.PlanOutcome.Plan;
import org.lagroups.multicast.plan.PlanOutcome.Unlimited;
import org.lagroups.multicast.plan.PlanOutcome.Unreachable;
import org.lagroups.simnet.seed.Seeds;

final class RelayPlannerTest {

  /** By so many trees, and a third, a plan may exceed one that knows nothing of earlier ones. */
  private static final int MORE_TREES = 3;

  private static final double INFINITE = Double.POSITIVE_INFINITY;

  @Test
  void boundIsWhatAllTreesOfSmallGroupsReachTogether() {
    Seeds.forEach(
        300,
        20_000,
        seed -> {
          Capacities<Integer> group = RandomGroups.of(2 + (int) (seed & 3), seed);
          if (plan(group) instanceof Plan<Integer> plan) {
            assertSound(group, plan);
            double greatest = AllTrees.greatestRate(group);
            assertThat(plan.bound()).isCloseTo(greatest, within(1e-6 * greatest));
            for (RelayTree<Integer> tree : AllTrees.of(group)) {
              if (carries(group, tree)) {
                assertThat(AllTrees.cost(tree, plan.proof())).isGreaterThan(1 - 1e-9);
              }
            }
          }
        });
  }

  @Test
  void plansOfGroupsOfAnySizeReachTheWantedPartOfTheBound() {
    Seeds.forEach(
        40,
        2_000,
        seed -> {
          int nodes = 6 + (int) Long.remainderUnsigned(seed, 27);
          Capacities<Integer> group = RandomGroups.of(nodes, seed);
          if (plan(group) instanceof Plan<Integer> plan) {
            assertSound(group, plan);
          }
        });
  }

  @Test
  void planAgainAfterChangesIsAsGoodAsTheFirst() {
    Seeds.forEach(
        20,
        500,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          RelayPlanner<Integer> planner = new RelayPlanner<>();
          Capacities<Integer> group = RandomGroups.of(4 + random.nextInt(16), seed);
          for (int i = 0; i < 5; i++) {
            if (planner.plan(group) instanceof Plan<Integer> plan) {
              assertSound(group, plan);
              assertThat(planned(group).bound())
                  .isCloseTo(plan.bound(), within(1e-6 * plan.bound()));
            }
            group = changed(group, random);
          }
        });
  }

  @Test
  void plansStayGoodAndTheirTreesFewOverManyChanges() {
    Seeds.forEach(
        4,
        200,
        seed -> {
          int nodes = 8 + (int) Long.remainderUnsigned(seed, 13);
          Changes changes = new Changes(RandomGroups.dense(nodes, seed), seed);
          RelayPlanner<Integer> planner = new RelayPlanner<>();
          for (int i = 0; i < 200; i++) {
            Capacities<Integer> group = changes.next();
            Plan<Integer> plan = (Plan<Integer>) planner.plan(group);
            assertSound(group, plan);
            if (i % 20 == 19) {
              Plan<Integer> fresh = planned(group);
              assertThat(plan.bound()).isCloseTo(fresh.bound(), within(1e-6 * fresh.bound()));
              assertThat(plan.trees())
                  .hasSizeLessThanOrEqualTo(MORE_TREES + fresh.trees().size() * 4 / 3);
            }
          }
        });
  }

  @Test
  void greaterCapacitiesNeverLowerTheBound() {
    Seeds.forEach(
        40,
        1_000,
        seed -> {
          Capacities<Integer> group = RandomGroups.of(3 + (int) (seed & 15), seed);
          if (plan(group) instanceof Plan<Integer> plan
              && plan(widened(group)) instanceof Plan<Integer> wider) {
            assertThat(wider.bound()).isGreaterThan(plan.bound() * (1 - 1e-6));
          }
        });
  }

  @Test
  void uplinksAloneGiveTheRateOfMutualcastInTwoLevels() {
    for (double source : new double[] {3, 10, 40}) {
      Capacities.Builder<String> builder = Capacities.from("s").node("s", source, INFINITE);
      double sum = source;
      for (int i = 1; i <= 8; i++) {
        builder.node("n" + i, 2 + i, INFINITE);
        sum += 2 + i;
      }
      Plan<String> plan = planned(builder.build());
      assertThat(plan.bound()).isCloseTo(Math.min(source, sum / 8), within(1e-6));
      assertThat(plan.trees()).hasSizeLessThanOrEqualTo(9).allMatch(tree -> tree.depth() <= 2);
    }
  }

  @Test
  void treesStayFlatWhereTheLastToComeIsReachedByFew() {
    Capacities.Builder<Integer> builder = Capacities.from(0).node(0, 10, INFINITE);
    for (int i = 1; i <= 8; i++) {
      builder.node(i, 10, INFINITE);
    }
    for (int i = 4; i < 8; i++) {
      builder.link(i, 8, 0).link(8, i, 0);
    }
    Capacities<Integer> group = builder.build();
    Plan<Integer> plan = planned(group);
    assertSound(group, plan);
    assertThat(plan.trees()).allMatch(tree -> tree.depth() <= 3);
  }

  @Test
  void sharedUplinksCountThoughEachReceiverAloneCouldHaveMore() {
    Capacities<String> group =
        Capacities.from("s")
            .node("s", 10, INFINITE)
            .node("a", 0, INFINITE)
            .node("b", 0, INFINITE)
            .build();
    assertThat(planned(group).bound()).isCloseTo(5, within(1e-6));
  }

  @Test
  void slowestDownlinkLimitsAll() {
    Capacities<String> group = Capacities.from("s").node("a", 5, 2).node("b", 5, 9).build();
    Plan<String> plan = planned(group);
    assertThat(plan.bound()).isCloseTo(2, within(1e-9));
    assertThat(plan.trees()).hasSize(1);
    assertThat(plan.proof().downlinks()).containsOnlyKeys("a");
  }

  @Test
  void wholeCapacitiesGiveWholeRates() {
    Capacities<String> group =
        Capacities.from("s").node("s", 40, INFINITE).node("a", 40, INFINITE).build();
    assertThat(planned(group).trees())
        .singleElement()
        .satisfies(tree -> assertThat(tree.rate()).isCloseTo(40, within(1e-9)));
  }

  @Test
  void ofEqualTreesTheNearerIsTaken() {
    Capacities.Builder<String> builder = Capacities.from("s").linksOnly();
    builder.node("a").node("b").node("c");
    builder.link("s", "a", 4).link("s", "b", 4);
    builder.link("a", "c", 4).link("b", "c", 4);
    builder.latency("s", "a", 10).latency("s", "b", 10);
    builder.latency("a", "c", 90).latency("b", "c", 10);
    assertThat(planned(builder.build()).trees())
        .singleElement()
        .satisfies(tree -> assertThat(tree.parents()).containsEntry("c", "b"));
  }

  @Test
  void namesTheNodesThatNothingReaches() {
    Capacities<String> group =
        Capacities.from("s")
            .linksOnly()
            .node("a")
            .node("b")
            .node("c", 1, 0)
            .node("d")
            .link("s", "a", 3)
            .link("b", "a", 3)
            .link("a", "c", 3)
            .link("a", "d", 0)
            .build();
    assertThat(plan(group)).isEqualTo(new Unreachable<>(List.of("b", "c", "d")));
  }

  @Test
  void sourceWithoutUplinkReachesNobody() {
    assertThat(plan(Capacities.from("s").node("s", 0, 1).node("a").build()))
        .isEqualTo(new Unreachable<>(List.of("a")));
  }

  @Test
  void saysThatNothingLimitsTheRate() {
    Capacities<String> group = Capacities.from("s").node("a").node("b", 0, INFINITE).build();
    assertThat(plan(group)).isEqualTo(new Unlimited<>());
  }

  @Test
  void unlimitedPairBehindANarrowLinkIsLimited() {
    Capacities<String> group =
        Capacities.from("s")
            .linksOnly()
            .node("a")
            .node("b")
            .link("s", "a", 3)
            .link("a", "b", INFINITE)
            .link("b", "a", INFINITE)
            .build();
    assertThat(planned(group).bound()).isCloseTo(3, within(1e-9));
  }

  @Test
  void capacitiesOfVeryDifferentSizesGoTogether() {
    Capacities<String> group =
        Capacities.from("s")
            .node("s", 1e12, INFINITE)
            .node("a", 1e-6, INFINITE)
            .node("b", 3, INFINITE)
            .link("s", "b", 1e-3)
            .link("a", "b", 1e9)
            .build();
    assertSound(group, planned(group));
  }

  @Test
  void sameQuestionsGiveTheSamePlans() {
    Capacities<Integer> group = RandomGroups.of(12, 7);
    Capacities<Integer> other = widened(group);
    RelayPlanner<Integer> one = new RelayPlanner<>();
    RelayPlanner<Integer> two = new RelayPlanner<>();
    assertThat(List.of(one.plan(group), one.plan(other)))
        .isEqualTo(List.of(two.plan(group), two.plan(other)));
  }

  @Test
  void plannerForgetsWhenTheGroupChanges() {
    RelayPlanner<Integer> planner = new RelayPlanner<>();
    for (int nodes : new int[] {12, 5, 20, 12}) {
      Capacities<Integer> group = RandomGroups.of(nodes, 11);
      assertThat(planner.plan(group)).isEqualTo(plan(group));
    }
  }

  private static <V> PlanOutcome<V> plan(Capacities<V> group) {
    return new RelayPlanner<V>().plan(group);
  }

  private static <V> Plan<V> planned(Capacities<V> group) {
    return (Plan<V>) plan(group);
  }

  private static <V> void assertSound(Capacities<V> group, Plan<V> plan) {
    assertThat(PlanCheck.faults(group, plan.trees())).isEmpty();
    assertThat(plan.rate())
        .isBetween(plan.bound() * RelayPlanner.WANTED, plan.bound() * (1 + PlanCheck.TOLERANCE));
    assertThat(plan.proof().bound(group)).isEqualTo(plan.bound());
  }

  private static <V> boolean carries(Capacities<V> group, RelayTree<V> tree) {
    return tree.parents().entrySet().stream()
        .allMatch(link ->
            group.up(link.getValue()) > 0 && group.link(link.getValue(), link.getKey()) > 0);
  }

  private static Capacities<Integer> changed(Capacities<Integer> group, SplittableRandom random) {
    int node = group.nodes().get(random.nextInt(group.nodes().size()));
    int other = group.receivers().get(random.nextInt(group.receivers().size()));
    double factor = random.nextBoolean() ? 0.1 : 2.5;
    return copied(
        group,
        one -> one == node ? factor : 1,
        (from, to) -> from == node && to == other ? factor : 1);
  }

  /** A group of which one capacity after another becomes a part or a multiple of what it was. */
  private static final class Changes {
    private static final double[] FACTORS = {0, 0.1, 0.5, 1, 1, 2.5};

    private final Capacities<Integer> first;
    private final SplittableRandom random;
    private final double[] ofNode;
    private final double[][] ofLink;

    Changes(Capacities<Integer> first, long seed) {
      int nodes = first.nodes().size();
      this.first = first;
      this.random = new SplittableRandom(~seed);
      this.ofNode = DoubleStream.generate(() -> 1).limit(nodes).toArray();
      this.ofLink = new double[nodes][];
      Arrays.setAll(ofLink, node -> ofNode.clone());
    }

    Capacities<Integer> next() {
      int node = random.nextInt(ofNode.length);
      double factor = FACTORS[random.nextInt(FACTORS.length)];
      if (random.nextBoolean()) {
        ofNode[node] = node == first.source() ? Math.max(factor, 0.1) : factor;
      } else {
        ofLink[node][random.nextInt(ofNode.length)] = factor;
      }
      return copied(first, one -> ofNode[one], (from, to) -> ofLink[from][to]);
    }
  }

  private static Capacities<Integer> widened(Capacities<Integer> group) {
    return copied(
        group, node -> node % 3 == 0 ? 1.5 : 1, (from, to) -> (from + to) % 4 == 0 ? 2 : 1);
  }

  @FunctionalInterface
  private interface OfNode {
    double factor(int node);
  }

  @FunctionalInterface
  private interface OfLink {
    double factor(int from, int to);
  }

  private static Capacities<Integer> copied(Capacities<Integer> group, OfNode node, OfLink link) {
    Capacities.Builder<Integer> builder = Capacities.from(group.source());
    for (int from : group.nodes()) {
      builder.node(from, group.up(from) * node.factor(from), group.down(from));
      for (int to : group.nodes()) {
        if (from != to) {
          builder.link(from, to, group.link(from, to) * link.factor(from, to));
        }
      }
    }
    return builder.build();
  }
}
