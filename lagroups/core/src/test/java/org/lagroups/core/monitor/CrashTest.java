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
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/** One of 20 members dies, or only seems to. */
final class CrashTest {

  private static final int NODES = 20;
  private static final GroupSettings SETTINGS = GroupSettings.DEFAULT;

  private final Simulation sim = new Simulation(Seeds.one());
  private final List<SimNode<AttestingNode>> nodes = new ArrayList<>();
  private GroupId group;
  private SimNode<AttestingNode> victim;
  private List<SimNode<AttestingNode>> others;

  @BeforeEach
  void allAttestToAll() {
    sim.network().conditions(Conditions.PERFECT);
    sim.network().latencyMillis(2);
    for (Identity identity : TestIdentities.first(NODES)) {
      MemoryGroupStore store = new MemoryGroupStore();
      MemoryAttestorStore attestorStore = new MemoryAttestorStore();
      nodes.add(
          sim.addNode(
              "n" + nodes.size(),
              identity.nodeId(),
              host -> new AttestingNode(host, identity, store, attestorStore)));
    }
    SimNode<AttestingNode> founder = nodes.getFirst();
    group = founder.app().create(SETTINGS);
    Contact contact = new Contact(founder.id(), List.of(founder.address()));
    nodes.subList(1, NODES).forEach(node -> node.app().join(group, SETTINGS, contact));
    sim.runUntil("formed", Duration.ofMinutes(1), () -> attestations() == NODES * (NODES - 1));
    victim = nodes.get(7);
    others = nodes.stream().filter(node -> node != victim).toList();
    sim.runFor(Duration.ofSeconds(30));
  }

  @Test
  void isKnownToAllWithinHalfASecondOfTheirConnectionsEnding() {
    others.forEach(node -> node.app().heartbeats().onLinkInDoubt(victim.id()));
    sim.runFor(Duration.ofSeconds(30));
    assertThat(wentDown()).as("alarms while it lives").isZero();
    assertThat(attestations()).isEqualTo(NODES * (NODES - 1));

    victim.crash();

    Duration took = sim.runUntil("known", Duration.ofSeconds(30), () -> noneSees(victim.id()));

    // 2 ms until links are in doubt; six probes at 50 ms; changes are gathered for 20 ms, or until
    // 200 ms after the last ones.
    assertThat(took).isBetween(Duration.ofMillis(300), Duration.ofMillis(600));
    assertThat(others).allMatch(node -> members(node) == NODES - 1);
  }

  @Test
  void isKnownToAllWithinTheStatedTimeBySilenceAlone() {
    victim.kill();

    Duration took = sim.runUntil("known", Duration.ofSeconds(30), () -> noneSees(victim.id()));

    assertThat(took).isLessThan(Duration.ofMillis(11_500));
  }

  private boolean noneSees(NodeId node) {
    return others.stream().noneMatch(other -> other.app().sees(group, node));
  }

  private long wentDown() {
    return nodes.stream().mapToLong(node -> node.app().heartbeats().counters().wentDown()).sum();
  }

  private int members(SimNode<AttestingNode> node) {
    return node.app().groups().attestations(group).vertexCount();
  }

  /** The fewest that any node knows. */
  private int attestations() {
    return nodes.stream()
        .mapToInt(node -> node.app().groups().attestations(group).edgeCount())
        .min()
        .orElseThrow();
  }
}
