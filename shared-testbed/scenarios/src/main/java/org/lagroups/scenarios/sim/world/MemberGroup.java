package org.lagroups.scenarios.sim.world;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.scenarios.sim.scenario.Island;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** The members of one island's group, by number; number 0 founds it. */
public final class MemberGroup {

  private final Island island;
  private final Simulation sim;
  private final GroupSettings settings;
  private final SignatureVerifier verifier = new RememberingVerifier(SignatureVerifier.DIRECT);
  private final List<SimNode<Member>> nodes = new ArrayList<>();
  private final Map<NodeId, Integer> numbers = new HashMap<>();
  private final List<GroupListener> listeners = new ArrayList<>();

  /** Those of all lives. */
  private final List<GroupMachine> machines = new ArrayList<>();

  private final GroupId group;

  /** Adds all nodes of the island; the founder makes the group. */
  public MemberGroup(Island island, GroupSettings settings) {
    this.island = island;
    this.sim = island.simulation();
    this.settings = settings;
    for (int i = 0; i < island.nodes(); i++) {
      addNode(i);
    }
    this.group = nodes.getFirst().app().create(settings);
  }

  private void addNode(int number) {
    Identity identity = Identities.of(sim.seed(), number);
    Disk disk = new Disk();
    numbers.put(identity.nodeId(), number);
    nodes.add(
        sim.addNode(
            "n" + number, identity.nodeId(), host -> program(host, number, identity, disk)));
  }

  private Member program(Host host, int number, Identity identity, Disk disk) {
    Member member = new Member(host, identity, disk, verifier, event -> tell(number, event));
    machines.add(member.groups());
    return member;
  }

  /** The group's ID. */
  public GroupId id() {
    return group;
  }

  /** T_a. */
  public Duration validity() {
    return Duration.ofMillis(settings.validityMillis());
  }

  /** The nodes by number. */
  public List<SimNode<Member>> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  public SimNode<Member> node(int number) {
    return nodes.get(number);
  }

  /** What the members agree on. */
  public GroupSettings settings() {
    return settings;
  }

  /** The keys of a node, made anew: with them a scenario speaks for it. */
  public Identity identityOf(int number) {
    return Identities.of(sim.seed(), number);
  }

  /** Whether a node is one of these, and not made up by one of them. */
  public boolean has(NodeId node) {
    return numbers.containsKey(node);
  }

  /** The number of a node. */
  public int numberOf(NodeId node) {
    Integer number = numbers.get(node);
    if (number == null) {
      throw new IllegalArgumentException("node " + node + " is not of this group");
    }
    return number;
  }

  /** From now on, tells of every change in the view of a member. */
  public void onChange(GroupListener listener) {
    listeners.add(listener);
  }

  /** Member {@code newcomer} begins to join through member {@code through}. */
  public void join(int newcomer, int through) {
    SimNode<Member> member = node(through);
    node(newcomer).app().join(group, settings, new Contact(member.id(), List.of(member.address())));
  }

  /** Lets all others join through the founder at once, and time pass until all see all. */
  public void form(Duration limit) {
    IntStream.range(1, nodes.size()).forEach(newcomer -> join(newcomer, 0));
    Duration taken = sim.runUntil("all see all", limit, this::isComplete);
    island.ledger().sample("all see all after", "s", taken.toMillis() / 1e3);
  }

  /** Takes down whether every node runs and sees every other. */
  public void requireComplete() {
    for (SimNode<Member> node : nodes) {
      island
          .ledger()
          .require(
              "in the end all see all",
              node.isRunning() && seesAll(node),
              () -> "%s does not see all of %d".formatted(node.name(), nodes.size()));
    }
  }

  /** Whether every node runs and sees every other. */
  public boolean isComplete() {
    return nodes.stream().allMatch(node -> node.isRunning() && seesAll(node));
  }

  /** Whether every node sees that every one attests to every other. */
  public boolean isClique() {
    int edges = nodes.size() * (nodes.size() - 1);
    return nodes.stream()
        .allMatch(node -> node.app().groups().attestations(group).edgeCount() == edges);
  }

  private boolean seesAll(SimNode<Member> node) {
    return node.app().groups().attestations(group).vertexCount() == nodes.size();
  }

  /** What a member sees. */
  public AttestationGraph<NodeId> viewOf(int viewer) {
    return node(viewer).app().groups().attestations(group);
  }

  /** Whether a member sees another. */
  public boolean sees(int viewer, int other) {
    return node(viewer).app().sees(group, node(other).id());
  }

  /** Takes down what the machines have counted; once, at the end. */
  public void account() {
    for (GroupMachine machine : machines) {
      island.ledger().totals().signatureChecks(machine.statistics().signatureChecks());
    }
  }

  private void tell(int viewer, GroupEvent event) {
    listeners.forEach(listener -> listener.changed(viewer, event));
  }
}
