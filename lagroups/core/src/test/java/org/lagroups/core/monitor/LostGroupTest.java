package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.group.Contact;
import org.lagroups.core.testing.AttestingNode;
import org.lagroups.core.testing.MemoryAttestorStore;
import org.lagroups.core.testing.MemoryGroupStore;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.machine.GroupId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** A node comes back with one of its two groups, and answers heartbeats as before. */
final class LostGroupTest {

  private static final int NODES = 6;
  private static final GroupSettings SETTINGS = GroupSettings.DEFAULT;
  private static final Duration LIMIT =
      Duration.ofMillis(SETTINGS.validityMillis() + SETTINGS.grid().stepMillis());

  private final Simulation sim = new Simulation(Seeds.one());
  private final List<SimNode<AttestingNode>> nodes = new ArrayList<>();
  private final MemoryGroupStore loserStore = new MemoryGroupStore();
  private GroupId kept;
  private GroupId lost;
  private SimNode<AttestingNode> loser;

  @BeforeEach
  void allInTwoGroups() {
    sim.network().conditions(Conditions.INTERNET);
    for (Identity identity : TestIdentities.first(NODES)) {
      MemoryGroupStore store = nodes.size() == NODES - 1 ? loserStore : new MemoryGroupStore();
      MemoryAttestorStore attestorStore = new MemoryAttestorStore();
      nodes.add(
          sim.addNode(
              "n" + nodes.size(),
              identity.nodeId(),
              host -> new AttestingNode(host, identity, store, attestorStore)));
    }
    loser = nodes.getLast();
    kept = nodes.getFirst().app().create(SETTINGS);
    lost = nodes.getFirst().app().create(SETTINGS);
    Contact founder = contact(nodes.getFirst());
    for (SimNode<AttestingNode> newcomer : nodes.subList(1, NODES)) {
      newcomer.app().join(kept, SETTINGS, founder);
      newcomer.app().join(lost, SETTINGS, founder);
    }
    sim.runUntil("formed", Duration.ofMinutes(1), () -> allSee(kept) && allSee(lost));
    sim.runFor(Duration.ofMinutes(3));
  }

  @Test
  void isDroppedFromThatGroupOnly() {
    loseIt();

    sim.runUntil("nobody sees it in the group it lost", LIMIT, this::nobodySeesTheLoser);

    for (int i = 0; i < 60; i++) {
      sim.runFor(Duration.ofSeconds(10));
      assertThat(allSee(kept)).as("at %s", sim.now()).isTrue();
      assertThat(nobodySeesTheLoser()).as("at %s", sim.now()).isTrue();
    }
    assertThat(loser.app().groups().groups()).containsExactly(kept);
  }

  @Test
  void mayJoinAgain() {
    loseIt();
    sim.runFor(LIMIT.multipliedBy(2));

    loser.app().join(lost, SETTINGS, contact(nodes.get(1)));

    sim.runUntil("all see it again", Duration.ofSeconds(10), () -> allSee(lost));
    sim.runFor(LIMIT.multipliedBy(3));
    assertThat(allSee(lost)).isTrue();
  }

  @Test
  void mayJoinAgainBeforeTheOthersHaveNoticed() {
    loseIt();
    sim.runFor(Duration.ofSeconds(5));

    loser.app().join(lost, SETTINGS, contact(nodes.get(1)));

    sim.runFor(Duration.ofSeconds(10));
    for (int i = 0; i < 20; i++) {
      sim.runFor(Duration.ofSeconds(10));
      assertThat(allSee(lost)).as("at %s", sim.now()).isTrue();
    }
  }

  private void loseIt() {
    loser.stop();
    loserStore.forget(lost, 0);
    loser.restart();
  }

  private boolean nobodySeesTheLoser() {
    return nodes.subList(0, NODES - 1).stream()
        .noneMatch(node -> node.app().sees(lost, loser.id()));
  }

  private boolean allSee(GroupId group) {
    return nodes.stream()
        .allMatch(node -> nodes.stream().allMatch(other -> node.app().sees(group, other.id())));
  }

  private static Contact contact(SimNode<AttestingNode> node) {
    return new Contact(node.id(), List.of(node.address()));
  }
}
