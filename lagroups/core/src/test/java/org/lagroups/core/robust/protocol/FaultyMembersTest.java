package org.lagroups.core.robust.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.testing.AttestingNode;
import org.lagroups.core.testing.AttestingWorld;
import org.lagroups.core.testing.RobustWatch;
import org.lagroups.core.testing.TestSubjects;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.check.SimulationFailure;
import org.lagroups.simnet.seed.Seeds;

/** Robust members of a simulated group, t - 1 of whose nodes are faulty in every way. */
final class FaultyMembersTest {

  private static final GroupSettings SETTINGS = GroupSettings.withValidity(12_000);

  /** Timers are set in whole milliseconds: so nodes are looked at when all of one have fired. */
  private static final Duration BETWEEN_TIMERS = Duration.ofNanos(500_000);

  private static final Reason WHIM = Reason.of(ReasonCode.OPERATOR);

  /** What a faulty node does. */
  private enum Fault {
    CRASH,
    SILENCE,
    WITHDRAW_FROM_ALL,
    WITHDRAW_FROM_SOME,
    VOUCH_FOR_THE_INVENTED,
    FLICKER
  }

  @Test
  void fewerFaultsThanTheThresholdDriveNobodyOutWhoWasAssured() {
    Seeds.forEach(4, 600, FaultyMembersTest::run);
  }

  @Test
  void theWatcherComplainsOfAsManyFaultsAsTheThreshold() {
    AttestingWorld world = new AttestingWorld(Seeds.one(), robust(2));
    GroupId group = world.form(4);
    List<SimNode<AttestingNode>> faulty = world.nodes().subList(0, 2);
    RobustWatch watch = new RobustWatch(group, world.nodes(), faulty);
    assertThat(watch.assuredByAll()).hasSize(4);
    world.simulation().checkEvery(Duration.ofSeconds(1), "robust members", watch);
    faulty.forEach(SimNode::kill);
    assertThatThrownBy(() -> world.simulation().runFor(Duration.ofSeconds(30)))
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("was assured and is no member");
  }

  private static void run(long seed) {
    Random random = new Random(seed);
    int threshold = 2 + random.nextInt(2);
    AttestingWorld world = new AttestingWorld(seed, robust(threshold));
    GroupId group = world.form(2 * threshold + 1 + random.nextInt(3));
    thinOut(world, group, random);
    world.simulation().runFor(Duration.ofSeconds(3));
    List<SimNode<AttestingNode>> shuffled = new ArrayList<>(world.nodes());
    Collections.shuffle(shuffled, random);
    List<SimNode<AttestingNode>> faulty = shuffled.subList(0, threshold - 1);
    RobustWatch watch = new RobustWatch(group, world.nodes(), faulty);
    Fault[] kinds = Fault.values();
    for (SimNode<AttestingNode> node : faulty) {
      misbehave(world, group, node, kinds[random.nextInt(kinds.length)], random);
    }
    world.simulation().runFor(BETWEEN_TIMERS);
    world.simulation().checkEvery(Duration.ofMillis(500), "robust members", watch);
    world.simulation().runFor(Duration.ofSeconds(40));
  }

  /** Some pairs of correct nodes do not attest to each other to begin with. */
  private static void thinOut(AttestingWorld world, GroupId group, Random random) {
    for (SimNode<AttestingNode> node : world.nodes()) {
      NodeId other = world.node(random.nextInt(world.nodes().size())).id();
      if (random.nextBoolean() && !other.equals(node.id())) {
        node.app().attestor().ban(group, other, WHIM);
      }
    }
  }

  private static void misbehave(
      AttestingWorld world,
      GroupId group,
      SimNode<AttestingNode> node,
      Fault fault,
      Random random) {
    switch (fault) {
      case CRASH -> node.kill();
      case SILENCE -> world.simulation().network().isolate(node);
      case WITHDRAW_FROM_ALL -> withdraw(world, group, node, 1.0, random);
      case WITHDRAW_FROM_SOME -> withdraw(world, group, node, 0.5, random);
      case VOUCH_FOR_THE_INVENTED -> {
        for (int i = 1; i <= 10; i++) {
          node.app().groups().startAttest(group, TestSubjects.node(i), LinkInfo.NONE);
        }
      }
      case FLICKER ->
          world
              .simulation()
              .every(Duration.ofSeconds(2), () -> flicker(world, group, node, random));
    }
  }

  private static void withdraw(
      AttestingWorld world,
      GroupId group,
      SimNode<AttestingNode> node,
      double share,
      Random random) {
    for (SimNode<AttestingNode> other : world.nodes()) {
      if (!other.id().equals(node.id()) && random.nextDouble() < share) {
        node.app().attestor().ban(group, other.id(), WHIM);
      }
    }
  }

  private static void flicker(
      AttestingWorld world, GroupId group, SimNode<AttestingNode> node, Random random) {
    NodeId other = world.node(random.nextInt(world.nodes().size())).id();
    if (other.equals(node.id())) {
      return;
    }
    if (random.nextBoolean()) {
      node.app().attestor().ban(group, other, WHIM);
    } else {
      node.app().attestor().unban(group, other);
    }
  }

  private static GroupSettings robust(int threshold) {
    return SETTINGS.withRobust(new RobustRule.Static(threshold));
  }
}
