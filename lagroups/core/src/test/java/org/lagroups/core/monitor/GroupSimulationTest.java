package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.core.testing.AttestingNode;
import org.lagroups.core.testing.MemoryAttestorStore;
import org.lagroups.core.testing.MemoryGroupStore;
import org.lagroups.core.testing.TestIdentities;
import org.lagroups.core.testing.ViewInvariants;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.check.SimulationFailure;
import org.lagroups.simnet.fault.Chaos;
import org.lagroups.simnet.fault.ChaosSettings;
import org.lagroups.simnet.fault.FaultKind;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.seed.Seeds;

/**
 * The whole core for hours: 20 nodes, 5% of datagrams lost, 10% of pairs cut in one direction,
 * other pairs every ten minutes, and each time a node that is killed and starts again. T_a is one
 * minute. {@link ViewInvariants} watches.
 */
final class GroupSimulationTest {

  private static final int NODES = 20;
  private static final String DISK_IN_USE = "disk in use";
  private static final Duration VALIDITY = Duration.ofMinutes(1);
  private static final Duration BETWEEN_CUTS = Duration.ofMinutes(10);
  private static final double LOSS = 0.05;
  private static final double CUT_ONE_WAY = 0.10;

  @Test
  void noHealthyNodeIsMissedForLongerThanItsAttestationsAreValid() {
    int tens = Seeds.isFull() ? 60 : 6;
    Seeds.forEachInParallel(50, 1_000, seed -> run(seed, tens));
  }

  @Test
  void theWatcherComplainsOfAHealthyNodeThatIsMissed() {
    Simulation sim = new Simulation(Seeds.one());
    List<SimNode<AttestingNode>> nodes = watched(sim);
    GroupId group = form(sim, nodes, GroupSettings.DEFAULT);
    Duration limit = Duration.ofSeconds(5);
    sim.checkEvery(Duration.ofSeconds(1), "views", new ViewInvariants(sim, group, nodes, limit));
    sim.runFor(Duration.ofSeconds(60));
    NodeId missed = nodes.get(2).id();
    nodes
        .subList(0, 2)
        .forEach(node -> node.app().attestor().ban(group, missed, Reason.of(ReasonCode.OPERATOR)));
    assertThatThrownBy(() -> sim.runFor(Duration.ofSeconds(10)))
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("misses n2");
  }

  @Test
  void theWatcherComplainsOfADeadNodeThatIsStillSeen() {
    Simulation sim = new Simulation(Seeds.one());
    List<SimNode<AttestingNode>> nodes = watched(sim);
    GroupId group = form(sim, nodes, GroupSettings.DEFAULT);
    Duration limit = Duration.ofSeconds(1);
    sim.checkEvery(Duration.ofSeconds(1), "views", new ViewInvariants(sim, group, nodes, limit));
    nodes.get(2).kill();
    assertThatThrownBy(() -> sim.runFor(Duration.ofSeconds(10)))
        .isInstanceOf(SimulationFailure.class)
        .hasMessageContaining("still sees the dead n2");
  }

  private static List<SimNode<AttestingNode>> watched(Simulation sim) {
    List<SimNode<AttestingNode>> nodes = new ArrayList<>();
    SignatureVerifier verifier = new RememberingVerifier(SignatureVerifier.DIRECT);
    TestIdentities.first(3).forEach(identity -> nodes.add(addNode(sim, identity, verifier)));
    return nodes;
  }

  @Test
  void oneSeedGivesOneTraceThroughAllKindsOfFaults() {
    long seed = Seeds.one();
    assertThat(traceThroughChaos(seed))
        .isEqualTo(traceThroughChaos(seed))
        .isNotEqualTo(traceThroughChaos(seed + 1));
  }

  private static String traceThroughChaos(long seed) {
    StringBuilder trace = new StringBuilder();
    Simulation sim = new Simulation(seed);
    sim.trace().writeTo(trace);
    List<SimNode<AttestingNode>> nodes = new ArrayList<>();
    SignatureVerifier verifier = new RememberingVerifier(SignatureVerifier.DIRECT);
    for (Identity identity : TestIdentities.first(6)) {
      nodes.add(addNode(sim, identity, verifier));
    }
    form(sim, nodes, GroupSettings.withValidity(12_000));
    sim.network().conditions(new Conditions(0.1, 0.05, 0.1, 80, 300));
    sim.network().lossyOrdered(true);
    sim.spuriousTimers(0.05);
    ChaosSettings all =
        new ChaosSettings(
            Duration.ofSeconds(5), Duration.ofSeconds(20), 0.5, EnumSet.allOf(FaultKind.class));
    new Chaos(sim, nodes, all).runFor(Duration.ofMinutes(5));
    sim.runFor(Duration.ofMinutes(1));
    return trace.toString();
  }

  private static void run(long seed, int tensOfMinutes) {
    GroupSettings settings = GroupSettings.withValidity(VALIDITY.toMillis());
    Simulation sim = new Simulation(seed);
    sim.network().conditions(Conditions.INTERNET.withLoss(LOSS));
    List<SimNode<AttestingNode>> nodes = new ArrayList<>();
    SignatureVerifier verifier = new RememberingVerifier(SignatureVerifier.DIRECT);
    for (Identity identity : TestIdentities.first(NODES)) {
      nodes.add(addNode(sim, identity, verifier));
    }
    GroupId group = form(sim, nodes, settings);
    sim.checkEvery(Duration.ofSeconds(1), "views", new ViewInvariants(sim, group, nodes, VALIDITY));
    RandomGenerator random = sim.random("faults");
    for (int i = 0; i < tensOfMinutes; i++) {
      sim.network().heal();
      sim.network().cutOneWay(CUT_ONE_WAY, nodes);
      SimNode<AttestingNode> victim = nodes.get(random.nextInt(NODES));
      sim.runFor(BETWEEN_CUTS.dividedBy(3));
      victim.kill();
      sim.runFor(BETWEEN_CUTS.dividedBy(3));
      victim.restart();
      sim.runFor(BETWEEN_CUTS.dividedBy(3));
    }
  }

  private static SimNode<AttestingNode> addNode(
      Simulation sim, Identity identity, SignatureVerifier verifier) {
    MemoryGroupStore groupStore = new MemoryGroupStore();
    MemoryAttestorStore attestorStore = new MemoryAttestorStore();
    return sim.addNode(
        "n" + sim.nodes().size(),
        identity.nodeId(),
        host -> {
          groupStore.crash();
          if (host.storage().get(DISK_IN_USE).isEmpty()) {
            groupStore.clear();
            attestorStore.clear();
            host.storage().put(DISK_IN_USE, Bytes.EMPTY);
          }
          return new AttestingNode(host, identity, groupStore, attestorStore, verifier);
        });
  }

  private static GroupId form(
      Simulation sim, List<SimNode<AttestingNode>> nodes, GroupSettings settings) {
    SimNode<AttestingNode> founder = nodes.getFirst();
    GroupId group = founder.app().create(settings);
    Contact contact = new Contact(founder.id(), List.of(founder.address()));
    nodes.stream().skip(1).forEach(newcomer -> newcomer.app().join(group, settings, contact));
    sim.runUntil(
        "all see all",
        Duration.ofMinutes(1),
        () -> nodes.stream().allMatch(node -> seesAll(node, group, nodes)));
    return group;
  }

  private static boolean seesAll(
      SimNode<AttestingNode> viewer, GroupId group, List<SimNode<AttestingNode>> nodes) {
    return nodes.stream().allMatch(node -> viewer.app().sees(group, node.id()));
  }
}
