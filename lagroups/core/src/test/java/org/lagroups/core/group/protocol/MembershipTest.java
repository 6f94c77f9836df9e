package org.lagroups.core.group.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.GroupEvent.AttestationLost;
import org.lagroups.core.group.GroupEvent.Loss;
import org.lagroups.core.testing.GroupWorld;
import org.lagroups.core.testing.VouchingNode;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.net.Network;
import org.lagroups.simnet.seed.Seeds;

/** Who is in whose view, whatever the network and the nodes do. */
class MembershipTest {

  private static final Duration VALIDITY =
      Duration.ofMillis(GroupSettings.DEFAULT.validityMillis());

  private final GroupWorld world = new GroupWorld(Seeds.one(), GroupSettings.DEFAULT);
  private final Network network = world.simulation().network();

  @Test
  void aStubHangsOnItsOnlyNeighbour() {
    // Paper, figure 2: A, C, E, F are a clique, B has a link to A only.
    world.add(5);
    NodeId stub = world.id(4);
    for (int other = 1; other < 4; other++) {
      network.cutBoth(world.node(other), world.node(4));
    }
    GroupId group = formWithAdded();
    AttestationGraph<NodeId> graph = world.groups(2).attestations(group);
    assertThat(graph.attesters(stub)).containsExactly(world.id(0));
    assertThat(graph.attestees(stub)).containsExactly(world.id(0));
    world.simulation().runFor(Duration.ofMinutes(10));
    assertThat(world.hasFullView(group)).isTrue();

    world.node(0).kill();
    world
        .simulation()
        .runUntil(
            "the stub falls off",
            VALIDITY,
            () ->
                world.node(4).app().view(group).equals(Set.of(stub))
                    && !world.node(1).app().view(group).contains(stub));
    assertThat(world.node(1).app().view(group)).hasSize(3);
  }

  @Test
  void nonTransitiveLinksCostNobodyItsPlaceInTheView() {
    world.add(8);
    for (int i = 1; i < 8; i++) {
      network.cutBoth(world.node(i), world.node(i % 7 + 1));
    }
    GroupId group = formWithAdded();
    AttestationGraph<NodeId> graph = world.groups(0).attestations(group);
    assertThat(graph.hasEdge(world.id(1), world.id(2))).isFalse();
    assertThat(graph.edgeCount()).isEqualTo(8 * 7 - 2 * 7);
    world.simulation().runFor(Duration.ofMinutes(10));
    assertThat(world.hasFullView(group)).isTrue();
  }

  @Test
  void oneWayCutsRemoveOnlyTheirOwnEdges() {
    GroupId group = world.form(10);
    world
        .simulation()
        .checkEvery(
            Duration.ofSeconds(1),
            "everyone sees everyone",
            findings -> findings.require(world.hasFullView(group), "someone is missing"));
    network.cut(world.node(2), world.node(3));
    network.cut(world.node(4), world.node(3));
    network.cut(world.node(7), world.node(8));
    world.simulation().runFor(Duration.ofMinutes(5));
    AttestationGraph<NodeId> graph = world.groups(0).attestations(group);
    assertThat(graph.edgeCount()).isEqualTo(10 * 9 - 2 * 3);
  }

  @Test
  void aPartitionLeavesTwoGroupsThatFindEachOtherAgain() {
    GroupId group = world.form(8);
    List<SimNode<VouchingNode>> island = world.nodes().subList(0, 3);
    List<SimNode<VouchingNode>> rest = world.nodes().subList(3, 8);
    network.partition(island);
    world.awaitFullView(group, VALIDITY, island);
    world.awaitFullView(group, VALIDITY, rest);
    world.simulation().runFor(Duration.ofMinutes(30));
    assertThat(world.seeExactlyEachOther(group, island)).isTrue();
    network.heal();
    world.awaitFullView(group, Duration.ofMinutes(2));
    world
        .simulation()
        .runUntil("all edges are back", Duration.ofMinutes(1), () -> world.isClique(group));
  }

  @Test
  void aKilledNodeLeavesEveryViewWithinItsValidityAndTheOthersStay() {
    GroupId group = world.form(10);
    List<SimNode<VouchingNode>> others = world.nodes().subList(1, 10);
    world.simulation().runFor(Duration.ofMinutes(1));
    world.node(0).kill();
    world
        .simulation()
        .checkEvery(
            Duration.ofSeconds(1),
            "the living see each other",
            findings ->
                others.forEach(node ->
                    findings.require(
                        node.app().view(group).size() >= 9, node.name() + " lost someone")));
    world.awaitFullView(group, VALIDITY, others);
  }

  @Test
  void aNodeThatComesBackWithItsStateIsAMemberAgainByItself() {
    GroupId group = world.form(6);
    world.simulation().runFor(Duration.ofMinutes(1));
    world.node(2).kill();
    world.simulation().runFor(Duration.ofMinutes(5));
    assertThat(world.node(0).app().view(group)).doesNotContain(world.id(2));
    world.node(2).restart();
    assertThat(world.groups(2).groups()).containsExactly(group);
    world.awaitFullView(group, Duration.ofSeconds(45));
  }

  @Test
  void aShortRestartIsNotEvenNoticed() {
    GroupId group = world.form(6);
    world.simulation().runFor(Duration.ofMinutes(1));
    world.node(2).restart();
    world.awaitFullView(group, Duration.ofSeconds(40));
    for (int other : new int[] {0, 1, 3, 4, 5}) {
      assertThat(world.node(other).app().events())
          .doesNotContain(new GroupEvent.NodeLeft(group, world.id(2)));
    }
  }

  @Test
  void aNodeThatLostItsStateJoinsAfresh() {
    GroupId group = world.form(5);
    world.simulation().runFor(Duration.ofMinutes(1));
    world.node(2).restartEmpty();
    assertThat(world.groups(2).groups()).isEmpty();
    world.simulation().runFor(Duration.ofSeconds(3));
    world.join(group, 2, 4);
    world.awaitFullView(group, Duration.ofSeconds(60));
    assertThat(world.node(2).app().joins()).hasSize(1);
  }

  @Test
  void whoLeavesIsGoneFromEveryViewAtOnceAndForgotten() {
    GroupId group = world.form(6);
    NodeId leaver = world.id(3);
    world.simulation().runFor(Duration.ofSeconds(5));
    world.groups(3).leave(group);
    assertThat(world.groups(3).groups()).isEmpty();
    assertThat(world.disk(3).stored(group)).isEmpty();
    List<SimNode<VouchingNode>> others =
        world.nodes().stream().filter(node -> !node.id().equals(leaver)).toList();
    world.awaitFullView(group, Duration.ofSeconds(1), others);
    AttestationLost lost =
        new AttestationLost(
            group, world.id(1), leaver, new Loss.Withdrawn(Reason.of(ReasonCode.LEFT)));
    assertThat(world.node(0).app().events()).contains(lost, new GroupEvent.NodeLeft(group, leaver));
    world.simulation().runFor(Duration.ofMinutes(5));
    assertThat(world.node(3).linkedPeers()).isEmpty();
    assertThat(world.seeExactlyEachOther(group, others)).isTrue();
  }

  @Test
  void whoHasLeftMayComeBack() {
    GroupId group = world.form(4);
    world.groups(3).leave(group);
    world.simulation().runFor(Duration.ofSeconds(1));
    world.join(group, 3, 1);
    world.awaitFullView(group, Duration.ofSeconds(20));
  }

  @Test
  void membersKnowWhatMembersSayOfThemselves() {
    GroupId group = world.form(3);
    assertThat(world.groups(0).member(group, world.id(1)))
        .hasValueSatisfying(member -> {
          assertThat(member.name()).isEqualTo("n1");
          assertThat(member.addresses()).containsExactly(world.node(1).address());
          assertThat(member.identity().nodeId()).isEqualTo(world.id(1));
        });
    assertThat(world.groups(0).member(group, world.id(0)))
        .hasValueSatisfying(member -> assertThat(member.name()).isEqualTo("n0"));
    world.groups(1).describe("renamed", List.of());
    world.simulation().runFor(Duration.ofMillis(500));
    assertThat(world.groups(0).member(group, world.id(1)))
        .hasValueSatisfying(member -> assertThat(member.name()).isEqualTo("renamed"));
  }

  private GroupId formWithAdded() {
    GroupId group = world.node(0).app().create(world.settings());
    for (int i = 1; i < world.nodes().size(); i++) {
      world.join(group, i, 0);
    }
    world.awaitFullView(group, Duration.ofSeconds(30));
    world.simulation().runFor(Duration.ofSeconds(30));
    return group;
  }
}
