package org.lagroups.multicast.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.tree.Forest.Receiver;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Forest checks throughout that there is no cycle and that nobody has more than k children. */
class TreeTest {

  private static final TreeSettings SETTINGS = TreeSettings.DEFAULT;
  private static final Duration TIMEOUT = Duration.ofMillis(SETTINGS.timeoutMillis());
  private static final Duration MINUTE = Duration.ofMinutes(1);

  @Test
  void growsToTwoHundredNodesThreeLevelsDeep() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          Forest forest = new Forest(seed, SETTINGS);
          for (int i = 0; i < 200; i++) {
            forest.add();
            forest.sim.runFor(Duration.ofMillis(50));
          }
          forest.sim.runUntil("all are placed", MINUTE, forest::allPlaced);
          forest.sim.runFor(Duration.ofSeconds(10));
          // Seven places a node, as one is kept free: 7 + 49 + 343.
          assertThat(forest.depth()).isBetween(3, 4);
          assertThat(forest.allPlaced()).isTrue();
        });
  }

  @Test
  void orphansHaveANewParentWithinTheHeartbeatTimeout() {
    Seeds.forEach(
        3,
        50,
        seed -> {
          Forest forest = grown(seed, 60);
          SimNode<Receiver> failed = busiest(forest);
          List<NodeId> household =
              failed.app().tree().children().stream().map(child -> child.node()).toList();
          List<SimNode<Receiver>> orphans = household.stream().map(forest::node).toList();
          orphans.forEach(orphan -> orphan.app().relays().received(77));
          forest.kill(failed);
          Duration took =
              forest.sim.runUntil(
                  "all orphans are placed",
                  TIMEOUT,
                  () ->
                      orphans.stream()
                          .allMatch(orphan ->
                              forest.parentOf(orphan).filter(SimNode::isRunning).isPresent()));
          assertThat(took).isLessThanOrEqualTo(TIMEOUT);
          for (SimNode<Receiver> orphan : orphans) {
            Forest.Diary diary = orphan.app().diary();
            assertThat(diary.parentsFrom.getLast()).isEqualTo(77);
            SimNode<Receiver> parent = forest.node(diary.parents.getLast());
            assertThat(parent.app().diary().childrenFrom).containsEntry(orphan.id(), 77L);
          }
        });
  }

  @Test
  void orphansOfAParentWhoseParentFailsTooAreNotLost() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          Forest forest = grown(seed, 80);
          SimNode<Receiver> failed = busiest(forest);
          SimNode<Receiver> child =
              forest.node(
                  failed.app().tree().children().stream()
                      .max(Comparator.comparingInt(one -> one.wards().size()))
                      .orElseThrow()
                      .node());
          forest.kill(failed);
          forest.kill(child);
          forest.sim.runUntil("all are placed again", MINUTE, forest::allPlaced);
        });
  }

  @Test
  void whoDoesNotForwardBeginsAgainAtTheBottom() {
    Seeds.forEach(
        1,
        20,
        seed -> {
          Forest forest = grown(seed, 30);
          SimNode<Receiver> dropper = busiest(forest);
          List<NodeId> below =
              dropper.app().tree().children().stream().map(child -> child.node()).toList();
          // Its siblings and its parent see it, wherever it is.
          forest.nodes.stream()
              .filter(node -> node != dropper)
              .forEach(node -> node.app().relays().drops(dropper.id()));
          forest.sim.runUntil(
              "it is dismissed",
              Duration.ofSeconds(10),
              () -> dropper.app().tree().statistics().dismissed() > 0);
          forest.nodes.forEach(node -> node.app().relays().passesOn(dropper.id()));
          forest.sim.runUntil(
              "it has a place again", MINUTE, () -> forest.depthOf(dropper).isPresent());
          forest.sim.runUntil("all are placed", MINUTE, forest::allPlaced);
          forest.sim.runFor(Duration.ofSeconds(30));
          assertThat(forest.depthOf(dropper).orElseThrow()).isGreaterThan(1);
          assertThat(dropper.app().tree().children()).isEmpty();
          assertThat(below)
              .allSatisfy(id -> assertThat(forest.depthOf(forest.node(id))).isPresent());
        });
  }

  @Test
  void whoHasBeenUpForLongRisesAndWhoCameLateGivesWay() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          Forest forest =
              new Forest(seed, SETTINGS.withMostChildren(4).withLeastUptimeMillis(5_000));
          forest.add(20);
          forest.sim.runUntil("all are placed", MINUTE, forest::allPlaced);
          forest.sim.runFor(Duration.ofMinutes(3));
          // Whoever was near the root is replaced by somebody new, who gets the open places there.
          List<SimNode<Receiver>> old = new ArrayList<>(forest.receivers());
          List<SimNode<Receiver>> near = atLevelOne(forest);
          old.removeAll(near);
          near.forEach(forest::kill);
          forest.add(10);
          forest.sim.runUntil("all are placed again", MINUTE, forest::allPlaced);
          forest.sim.runFor(Duration.ofMinutes(5));
          assertThat(atLevelOne(forest)).isNotEmpty().allMatch(old::contains);
        });
  }

  @Test
  void placesSettleAndNothingOscillates() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          Forest forest = grown(seed, 25, SETTINGS.withLeastUptimeMillis(5_000));
          RandomGenerator random = forest.sim.random("uplinks");
          forest.uplinks.replaceAll((node, rate) -> 2_000_000L + random.nextLong(38_000_000));
          forest.sim.runFor(Duration.ofMinutes(6));
          long before = parentsTaken(forest);
          forest.sim.runFor(Duration.ofMinutes(4));
          assertThat(parentsTaken(forest) - before).isLessThanOrEqualTo(5);
        });
  }

  @Test
  void survivesChurn() {
    Seeds.forEach(
        1,
        40,
        seed -> {
          Forest forest = grown(seed, 40);
          RandomGenerator random = forest.sim.random("churn");
          for (int i = 0; i < 60; i++) {
            List<SimNode<Receiver>> running = forest.receivers();
            if (random.nextBoolean() && running.size() > 10) {
              forest.kill(running.get(random.nextInt(running.size())));
            } else {
              forest.add();
            }
            forest.sim.runFor(Duration.ofMillis(200 + random.nextInt(1_500)));
          }
          forest.sim.runUntil("all are placed", MINUTE, forest::allPlaced);
          forest.sim.runFor(Duration.ofMinutes(4));
          // Two levels have 7 + 49 places, and nobody stays two levels below an open one.
          int open = forest.receivers().size() < 56 ? 2 : 3;
          assertThat(forest.depth()).isLessThanOrEqualTo(open + 1);
        });
  }

  private static List<SimNode<Receiver>> atLevelOne(Forest forest) {
    return forest.receivers().stream()
        .filter(node -> forest.depthOf(node).equals(Optional.of(1)))
        .toList();
  }

  private static long parentsTaken(Forest forest) {
    return forest.receivers().stream()
        .mapToLong(node -> node.app().tree().statistics().parents())
        .sum();
  }

  private static Forest grown(long seed, int count) {
    return grown(seed, count, SETTINGS);
  }

  private static Forest grown(long seed, int count, TreeSettings settings) {
    Forest forest = new Forest(seed, settings);
    for (int i = 0; i < count; i++) {
      forest.add();
      forest.sim.runFor(Duration.ofMillis(100));
    }
    forest.sim.runUntil("all are placed", MINUTE, forest::allPlaced);
    forest.sim.runFor(Duration.ofSeconds(10));
    return forest;
  }

  private static SimNode<Receiver> busiest(Forest forest) {
    return forest.receivers().stream()
        .max(
            Comparator.comparingInt(
                (SimNode<Receiver> node) -> node.app().tree().children().size()))
        .orElseThrow();
  }
}
