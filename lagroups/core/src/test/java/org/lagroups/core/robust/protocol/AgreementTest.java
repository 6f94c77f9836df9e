package org.lagroups.core.robust.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.core.robust.message.StoredAgreement;
import org.lagroups.core.testing.AgreedViewsWatch;
import org.lagroups.core.testing.AttestingNode;
import org.lagroups.core.testing.AttestingWorld;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.seed.Seeds;

/** Agreement on views in a simulated group. */
final class AgreementTest {

  private static final Duration LIMIT = Duration.ofMinutes(2);
  private static final GroupSettings SETTINGS =
      GroupSettings.withValidity(12_000)
          .withRobust(new RobustRule.Dynamic(ThresholdFunction.THIRD, 1));

  private final AttestingWorld world = new AttestingWorld(Seeds.one(), SETTINGS);

  @Test
  void aFounderAgreesWithItselfAndEveryNewcomerIsAdmitted() {
    GroupId group = form(5);
    AgreedView view = agreed(world.node(0), group);
    assertThat(view.members()).hasSize(5);
    assertThat(view.threshold()).isEqualTo(2);
  }

  @Test
  void whoIsKilledIsLeftOutOfTheNextView() {
    GroupId group = form(5);
    world.node(3).kill();
    awaitAgreement(group, alive());
    assertThat(agreed(world.node(0), group).members()).hasSize(4);
    world.node(3).restart();
    awaitAgreement(group, world.nodes());
  }

  @Test
  void theOthersGoOnWhenTheFounderIsGone() {
    GroupId group = form(4);
    world.node(0).kill();
    awaitAgreement(group, alive());
  }

  @Test
  void aMinoritySaysSoAndGoesOnByTheStaticRuleUntilThePartitionHeals() {
    GroupId group = form(5);
    List<SimNode<AttestingNode>> minority = world.nodes().subList(0, 2);
    world.simulation().network().partition(minority);
    awaitAgreement(group, world.nodes().subList(2, 5));
    world
        .simulation()
        .runUntil(
            "the minority says so",
            LIMIT,
            () -> minority.stream().allMatch(node -> lacksMajority(node, group)));
    assertThat(world.node(0).app().robust().status(group).set().members())
        .containsExactlyInAnyOrder(world.node(0).id(), world.node(1).id());
    assertThat(world.node(0).app().robust().status(group).set().threshold()).isEqualTo(1);
    world.simulation().network().heal();
    awaitAgreement(group, world.nodes());
  }

  @Test
  void oneOfTwoThatLeavesDoesNotTakeTheMajorityAlong() {
    GroupId group = form(2);
    world.node(0).app().leave(group);
    awaitAgreement(group, world.nodes().subList(1, 2));
    world.add(1);
    world.join(group, 2, 1);
    awaitAgreement(group, world.nodes().subList(1, 3));
  }

  @Test
  void aNodeWhoseDiskWasLostTakesAnotherSeat() {
    GroupId group = form(4);
    Seat lost = seat(1, group);
    world.node(1).kill();
    world.agreementDisk(1).clear();
    world.node(1).restart();
    world.simulation().runFor(Duration.ofSeconds(20));
    awaitAgreement(group, world.nodes());
    assertThat(seat(1, group).node()).isEqualTo(lost.node());
    assertThat(seat(1, group)).isNotEqualTo(lost);
  }

  @Test
  void nothingIsSaidThatIsNotDurable() {
    GroupId group = form(3);
    for (int i = 0; i < 3; i++) {
      world.agreementDisk(i).holdWrites();
    }
    long number = agreed(world.node(0), group).number();
    world.add(1);
    world.join(group, 3, 0);
    world.simulation().runFor(Duration.ofSeconds(30));
    for (int i = 0; i < 3; i++) {
      Basis basis = world.node(i).app().robust().status(group).basis();
      if (basis instanceof Basis.Agreed agreed) {
        assertThat(agreed.view().number()).isEqualTo(number);
      }
    }
    for (int i = 0; i < 3; i++) {
      world.agreementDisk(i).releaseWrites();
    }
    awaitAgreement(group, world.nodes());
    assertThat(agreed(world.node(0), group).number()).isGreaterThan(number);
  }

  private GroupId form(int count) {
    GroupId group = world.form(count);
    world
        .simulation()
        .checkEvery(
            Duration.ofMillis(100), "agreed views", new AgreedViewsWatch(group, world.nodes()));
    awaitAgreement(group, world.nodes());
    return group;
  }

  private List<SimNode<AttestingNode>> alive() {
    return world.nodes().stream().filter(SimNode::isRunning).toList();
  }

  /** Lets time pass until these have agreed on a view of exactly them. */
  private void awaitAgreement(GroupId group, List<SimNode<AttestingNode>> nodes) {
    Set<NodeId> ids = new TreeSet<>();
    nodes.forEach(node -> ids.add(node.id()));
    world
        .simulation()
        .runUntil(
            nodes.size() + " nodes agree",
            LIMIT,
            () -> nodes.stream().allMatch(node -> hasAgreed(node, group, ids)));
  }

  private static boolean hasAgreed(SimNode<AttestingNode> node, GroupId group, Set<NodeId> ids) {
    return node.app().robust().status(group).basis() instanceof Basis.Agreed agreed
        && agreed.view().members().equals(ids);
  }

  private static boolean lacksMajority(SimNode<AttestingNode> node, GroupId group) {
    return node.app().robust().status(group).basis() instanceof Basis.WithoutAgreement without
        && without.want() == Basis.Want.MAJORITY;
  }

  /** The seat that a node has according to its disk. */
  private Seat seat(int node, GroupId group) {
    Bytes stored = world.agreementDisk(node).load(group).orElseThrow();
    return StoredAgreement.decode(stored).orElseThrow().seat();
  }

  private static AgreedView agreed(SimNode<AttestingNode> node, GroupId group) {
    return ((Basis.Agreed) node.app().robust().status(group).basis()).view();
  }
}
