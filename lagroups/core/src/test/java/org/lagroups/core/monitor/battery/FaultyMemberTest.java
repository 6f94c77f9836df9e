package org.lagroups.core.monitor.battery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/**
 * Six nodes with four tests each, on an ordinary day on the Internet. One goes wrong for two
 * minutes: it is dropped from all other views, for the right reason, and comes back when it is
 * well; nobody else loses an attestation meanwhile.
 */
final class FaultyMemberTest {

  private static final int NODES = 6;
  private static final GroupSettings SETTINGS = GroupSettings.withValidity(60_000);

  @Test
  void isDroppedWhileSlowAndComesBack() {
    Seeds.forEach(3, 300, seed -> run(seed, Fault.SLOW, ReasonCode.TOO_SLOW));
  }

  @Test
  void isDroppedWhileItFloodsAndComesBack() {
    Seeds.forEach(3, 300, seed -> run(seed, Fault.FLOOD, ReasonCode.FLOODING));
  }

  @Test
  void isDroppedWhileItAnswersWronglyAndComesBack() {
    Seeds.forEach(3, 300, seed -> run(seed, Fault.WRONG, ReasonCode.WRONG_ANSWERS));
  }

  private static void run(long seed, Fault fault, ReasonCode reason) {
    Simulation sim = new Simulation(seed);
    sim.network().conditions(Conditions.INTERNET);
    List<SimNode<ProbingNode>> nodes = new ArrayList<>();
    for (Identity identity : TestIdentities.first(NODES)) {
      nodes.add(
          sim.addNode(
              "n" + nodes.size(), identity.nodeId(), host -> new ProbingNode(host, identity)));
    }
    GroupId group = form(sim, nodes);
    SimNode<ProbingNode> culprit = nodes.get(1 + sim.random("culprit").nextInt(NODES - 1));
    List<SimNode<ProbingNode>> others = nodes.stream().filter(node -> node != culprit).toList();
    List<GroupEvent.AttestationLost> lost = new ArrayList<>();
    others.forEach(node -> node.app().groups.attestsChange(group, event -> keepLost(event, lost)));
    sim.runFor(Duration.ofMinutes(2));
    assertThat(lost).as("lost while all are well").isEmpty();

    culprit.app().probe.become(fault);
    sim.runUntil(
        "no other sees the culprit",
        Duration.ofSeconds(30),
        () -> others.stream().noneMatch(node -> sees(node, group, culprit.id())));
    sim.runFor(Duration.ofMinutes(2));
    assertThat(others).noneMatch(node -> sees(node, group, culprit.id()));
    assertThat(lost)
        .filteredOn(event -> !event.attester().equals(culprit.id()))
        .isNotEmpty()
        .allSatisfy(event -> {
          assertThat(event.attestee()).isEqualTo(culprit.id());
          assertThat(reasonOf(event)).isEqualTo(reason);
        });

    lost.clear();
    culprit.app().probe.become(Fault.NONE);
    sim.runFor(Duration.ofSeconds(5));
    assertThat(others).as("too soon").noneMatch(node -> sees(node, group, culprit.id()));
    sim.runUntil(
        "all attest to all",
        Duration.ofMinutes(1),
        () -> nodes.stream().allMatch(node -> isClique(node, group)));
    sim.runFor(Duration.ofMinutes(2));
    assertThat(lost).as("lost after all were well again").isEmpty();
    assertThat(others)
        .allSatisfy(node ->
            assertThat(node.app().monitors.battery().counters().failed())
                .containsOnlyKeys(reason)
                .containsEntry(reason, 1L));
  }

  private static GroupId form(Simulation sim, List<SimNode<ProbingNode>> nodes) {
    SimNode<ProbingNode> founder = nodes.getFirst();
    GroupId group = founder.app().create(SETTINGS);
    Contact contact = new Contact(founder.id(), List.of(founder.address()));
    nodes.stream().skip(1).forEach(node -> node.app().join(group, SETTINGS, contact));
    sim.runUntil(
        "all attest to all",
        Duration.ofMinutes(3),
        () -> nodes.stream().allMatch(node -> isClique(node, group)));
    return group;
  }

  private static void keepLost(GroupEvent event, List<GroupEvent.AttestationLost> lost) {
    if (event instanceof GroupEvent.AttestationLost one) {
      lost.add(one);
    }
  }

  private static ReasonCode reasonOf(GroupEvent.AttestationLost lost) {
    return lost.loss() instanceof GroupEvent.Loss.Withdrawn withdrawn
        ? withdrawn.reason().code()
        : ReasonCode.UNSPECIFIED;
  }

  private static boolean isClique(SimNode<ProbingNode> node, GroupId group) {
    return node.app().groups.groups().contains(group)
        && node.app().groups.attestations(group).edgeCount() == NODES * (NODES - 1);
  }

  private static boolean sees(SimNode<ProbingNode> viewer, GroupId group, NodeId node) {
    return viewer.app().groups.attestations(group).contains(node);
  }
}
