package org.lagroups.core.robust.protocol;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.testing.AgreedViewsWatch;
import org.lagroups.core.testing.AttestingNode;
import org.lagroups.core.testing.AttestingWorld;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.check.SimulationFailure;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/**
 * Agreement through joins, kills, restarts, partitions, and lost messages: no two nodes ever have
 * different views under one number, and once all is well they all agree on one. Leaving and lost
 * disks are in {@link AgreementTest}.
 */
final class AgreementSimulationTest {

  private static final int NODES = 6;
  private static final GroupSettings SETTINGS = GroupSettings.withValidity(12_000);

  @Test
  void noTwoViewsHaveOneNumberAndAllAgreeInTheEnd() {
    Seeds.forEachInParallel(4, 400, seed -> run(seed, Seeds.isFull() ? 40 : 8));
  }

  @Test
  void theWatcherComplainsOfTwoAgreementsInOneGroup() {
    AttestingWorld world = new AttestingWorld(Seeds.one(), settings(ThresholdFunction.THIRD));
    world.add(2);
    GroupId group = world.node(0).app().create(settings(ThresholdFunction.THIRD));
    world
        .simulation()
        .checkEvery(
            Duration.ofMillis(100), "agreed views", new AgreedViewsWatch(group, world.nodes()));
    world.join(group, 1, 0);
    world.node(1).app().robust().found(group);
    assertThatThrownBy(() -> world.simulation().runFor(Duration.ofSeconds(30)))
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("where another has");
  }

  private static void run(long seed, int rounds) {
    Random random = new Random(seed);
    ThresholdFunction[] functions = ThresholdFunction.values();
    AttestingWorld world =
        new AttestingWorld(seed, settings(functions[random.nextInt(functions.length)]));
    GroupId group = world.form(NODES);
    world
        .simulation()
        .checkEvery(
            Duration.ofMillis(100), "agreed views", new AgreedViewsWatch(group, world.nodes()));
    world.simulation().network().conditions(Conditions.INTERNET.withLoss(0.05));
    for (int round = 0; round < rounds; round++) {
      disturb(world, random);
      world.simulation().runFor(Duration.ofSeconds(5 + random.nextInt(30)));
      if (random.nextInt(3) == 0) {
        heal(world);
      }
    }
    heal(world);
    awaitAgreement(world, group);
  }

  /** Does something bad to a minority at most of the nodes at a time. */
  private static void disturb(AttestingWorld world, Random random) {
    SimNode<AttestingNode> one = world.node(random.nextInt(NODES));
    switch (random.nextInt(5)) {
      case 0 -> {
        if (one.isRunning()) {
          one.kill();
        }
      }
      case 1 -> {
        if (!one.isRunning()) {
          one.restart();
        }
      }
      case 2 -> {
        List<SimNode<AttestingNode>> shuffled = new ArrayList<>(world.nodes());
        Collections.shuffle(shuffled, random);
        world.simulation().network().partition(shuffled.subList(0, 1 + random.nextInt(3)));
      }
      case 3 -> world.simulation().network().heal();
      default -> world.simulation().network().isolate(one);
    }
  }

  private static void heal(AttestingWorld world) {
    world.simulation().network().heal();
    world.nodes().stream().filter(node -> !node.isRunning()).forEach(SimNode::restart);
  }

  private static void awaitAgreement(AttestingWorld world, GroupId group) {
    Set<NodeId> ids = new TreeSet<>();
    world.nodes().forEach(node -> ids.add(node.id()));
    world
        .simulation()
        .runUntil(
            "all agree",
            Duration.ofMinutes(5),
            () -> world.nodes().stream().allMatch(node -> hasAgreed(node, group, ids)));
  }

  private static boolean hasAgreed(SimNode<AttestingNode> node, GroupId group, Set<NodeId> ids) {
    return node.app().robust().status(group).basis() instanceof Basis.Agreed agreed
        && agreed.view().members().equals(ids);
  }

  private static GroupSettings settings(ThresholdFunction function) {
    return SETTINGS.withRobust(new RobustRule.Dynamic(function, 1));
  }
}
