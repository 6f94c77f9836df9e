package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.check.Findings;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** Phases of random faults, each followed by healing, with invariants watched from outside. */
class RandomFaultsTest {

  private static final int NODES = 8;

  @Test
  void viewsAreWhatTheirEventsSayAndComeTogetherAgainAfterEveryFault() {
    Seeds.forEach(
        6,
        1_000,
        seed -> {
          GroupWorld world = new GroupWorld(seed, GroupSettings.withValidity(12_000));
          world.simulation().network().conditions(Conditions.INTERNET.withLoss(0.05));
          world.simulation().network().lossyOrdered(true);
          GroupId group = world.form(NODES);
          world
              .simulation()
              .checkEvery(
                  Duration.ofSeconds(1),
                  "views are what their events say",
                  findings -> checkEvents(world, group, findings));
          RandomGenerator random = world.simulation().random("faults");
          for (int phase = 0; phase < 4; phase++) {
            breakSomething(world, group, random);
            world.simulation().runFor(Duration.ofSeconds(random.nextInt(5, 90)));
            heal(world);
            world.awaitFullView(group, Duration.ofMinutes(3));
          }
        });
  }

  @Test
  void oneSeedGivesOneRun() {
    long seed = Seeds.one();
    assertThat(digestOfRun(seed)).isEqualTo(digestOfRun(seed)).isNotEqualTo(digestOfRun(seed + 1));
  }

  private static String digestOfRun(long seed) {
    GroupWorld world = new GroupWorld(seed, GroupSettings.withValidity(12_000));
    world.simulation().network().conditions(Conditions.INTERNET);
    GroupId group = world.form(5);
    RandomGenerator random = world.simulation().random("faults");
    breakSomething(world, group, random);
    world.simulation().runFor(Duration.ofSeconds(20));
    return world.simulation().trace().digest();
  }

  private static void breakSomething(GroupWorld world, GroupId group, RandomGenerator random) {
    int victim = random.nextInt(world.nodes().size());
    switch (random.nextInt(6)) {
      case 0 -> world.node(victim).kill();
      case 1 -> world.node(victim).restart();
      case 2 -> world.simulation().network().partition(world.nodes().subList(0, victim));
      case 3 -> world.simulation().network().cutOneWay(0.3, world.nodes());
      case 4 -> world.simulation().network().isolate(world.node(victim));
      default -> {
        NodeId other = world.id((victim + 1) % world.nodes().size());
        world.groups(victim).stopAttest(group, other, Reason.of(ReasonCode.TOO_SLOW));
      }
    }
  }

  private static void heal(GroupWorld world) {
    world.simulation().network().heal();
    for (SimNode<VouchingNode> node : world.nodes()) {
      world.simulation().network().reconnect(node);
      if (!node.isRunning()) {
        node.restart();
      }
    }
  }

  /** What came and was not lost is what is there: after every event, at every node. */
  private static void checkEvents(GroupWorld world, GroupId group, Findings findings) {
    for (SimNode<VouchingNode> node : world.nodes()) {
      if (node.isRunning()) {
        Replay replay = new Replay(node.app().firstView(group));
        node.app().events().forEach(replay::apply);
        AttestationGraph<NodeId> graph = node.app().groups().attestations(group);
        findings.require(
            replay.nodes.equals(new TreeSet<>(graph.vertices())), node.name() + ": nodes differ");
        findings.require(
            replay.edgeCount() == graph.edgeCount()
                && graph.edges().allMatch(edge -> replay.hasEdge(edge.attester(), edge.attestee())),
            node.name() + ": edges differ");
      }
    }
  }

  /** A view, put together from events. */
  private static final class Replay {
    final Set<NodeId> nodes = new TreeSet<>();
    final Map<NodeId, Set<NodeId>> edges = new HashMap<>();

    Replay(AttestationGraph<NodeId> first) {
      nodes.addAll(first.vertices());
      for (NodeId attester : first.vertices()) {
        edges.put(attester, new TreeSet<>(first.attestees(attester)));
      }
    }

    void apply(GroupEvent event) {
      boolean changed =
          switch (event) {
            case GroupEvent.NodeEntered entered -> nodes.add(entered.node());
            case GroupEvent.NodeLeft left -> nodes.remove(left.node());
            case GroupEvent.AttestationGained gained ->
                edges
                    .computeIfAbsent(gained.attester(), id -> new TreeSet<>())
                    .add(gained.attestee());
            case GroupEvent.AttestationLost lost ->
                edges.getOrDefault(lost.attester(), new TreeSet<>()).remove(lost.attestee());
            case GroupEvent.CandidateHeard candidate -> true;
            case GroupEvent.EquivocationProven proven ->
                throw new AssertionError("nobody here uses a number twice: " + proven);
          };
      assertThat(changed).as("an event that says nothing new: %s", event).isTrue();
    }

    int edgeCount() {
      return edges.values().stream().mapToInt(Set::size).sum();
    }

    boolean hasEdge(NodeId attester, NodeId attestee) {
      return edges.getOrDefault(attester, Set.of()).contains(attestee);
    }
  }
}
