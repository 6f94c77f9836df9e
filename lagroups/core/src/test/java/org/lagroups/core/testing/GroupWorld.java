package org.lagroups.core.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.bls.Bls;
import org.lagroups.core.group.Contact;
import org.lagroups.core.group.StoredGroup;
import org.lagroups.core.group.protocol.GroupMachine;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** Simulated nodes in one group; the first of them founds it. */
public final class GroupWorld {

  private static final String DISK_IN_USE = "disk in use";

  private final Simulation simulation;
  private final GroupSettings settings;
  private final List<SimNode<VouchingNode>> nodes = new ArrayList<>();
  private final Map<NodeId, MemoryGroupStore> disks = new TreeMap<>();
  private final Optional<Bls> bls;
  private int identities;

  /** Of nodes that give no shares of endorsements. */
  public GroupWorld(long seed, GroupSettings settings) {
    this(seed, settings, Optional.empty());
  }

  /** Of nodes that sign endorsements by {@code bls}, if it is there. */
  public GroupWorld(long seed, GroupSettings settings, Optional<Bls> bls) {
    this.simulation = new Simulation(seed);
    this.settings = settings;
    this.bls = bls;
  }

  public Simulation simulation() {
    return simulation;
  }

  public GroupSettings settings() {
    return settings;
  }

  /** The vouching nodes, in the order in which they were added. */
  public List<SimNode<VouchingNode>> nodes() {
    return nodes;
  }

  public SimNode<VouchingNode> node(int index) {
    return nodes.get(index);
  }

  public NodeId id(int index) {
    return node(index).id();
  }

  public GroupMachine groups(int index) {
    return node(index).app().groups();
  }

  /** Where node {@code index} can be reached. */
  public Contact contact(int index) {
    return new Contact(id(index), List.of(node(index).address()));
  }

  public MemoryGroupStore disk(int index) {
    return disks.computeIfAbsent(id(index), node -> new MemoryGroupStore());
  }

  /** Adds nodes that belong to no group. */
  public void add(int count) {
    for (int i = 0; i < count; i++) {
      Identity identity = TestIdentities.of(identities++);
      nodes.add(
          simulation.addNode(
              "n" + nodes.size(), identity.nodeId(), host -> program(host, identity)));
    }
  }

  /** Adds a node that says what the test wants. */
  public SimNode<RawPeer> addRaw(String name, Identity identity) {
    return simulation.addNode(
        name, identity.nodeId(), host -> host.install(GroupMachine.PROTOCOL, RawPeer::new));
  }

  /**
   * Adds nodes, all of which join a new group through the first, and waits until each has the full
   * view and knows that it was let in: one that is killed before has to ask again.
   */
  public GroupId form(int count) {
    add(count);
    GroupId group = node(0).app().create(settings);
    for (int i = 1; i < count; i++) {
      join(group, i, 0);
    }
    simulation.runUntil(
        "every node was let in and has the full view",
        Duration.ofSeconds(30),
        () -> hasFullView(group) && IntStream.range(0, count).allMatch(i -> isMember(group, i)));
    return group;
  }

  /** Node {@code newcomer} begins to join through node {@code member}. */
  public void join(GroupId group, int newcomer, int member) {
    node(newcomer).app().join(group, settings, contact(member), Bytes.EMPTY, 30_000);
  }

  /** Lets time pass until all running nodes see exactly each other. */
  public void awaitFullView(GroupId group, Duration limit) {
    simulation.runUntil("every node has the full view", limit, () -> hasFullView(group));
  }

  /** Lets time pass until these nodes see exactly each other. */
  public void awaitFullView(GroupId group, Duration limit, List<SimNode<VouchingNode>> members) {
    simulation.runUntil(
        "these nodes see each other", limit, () -> seeExactlyEachOther(group, members));
  }

  /** Whether all running nodes see exactly each other. */
  public boolean hasFullView(GroupId group) {
    return seeExactlyEachOther(group, nodes.stream().filter(SimNode::isRunning).toList());
  }

  /** Whether each of these nodes has exactly these in its view. */
  public boolean seeExactlyEachOther(GroupId group, List<SimNode<VouchingNode>> members) {
    Set<NodeId> ids = new TreeSet<>();
    members.forEach(node -> ids.add(node.id()));
    return members.stream().allMatch(node -> node.app().view(group).equals(ids));
  }

  /** Whether every running node attests to every other, and all of them know. */
  public boolean isClique(GroupId group) {
    long running = nodes.stream().filter(SimNode::isRunning).count();
    return nodes.stream()
        .filter(SimNode::isRunning)
        .map(node -> node.app().groups().attestations(group))
        .allMatch(graph ->
            graph.vertexCount() == running && graph.edgeCount() == running * (running - 1));
  }

  private boolean isMember(GroupId group, int node) {
    return disk(node).stored(group).filter(StoredGroup::joined).isPresent();
  }

  private VouchingNode program(Host host, Identity identity) {
    MemoryGroupStore disk = disks.computeIfAbsent(host.self(), node -> new MemoryGroupStore());
    disk.crash();
    if (host.storage().get(DISK_IN_USE).isEmpty()) {
      disk.clear();
      host.storage().put(DISK_IN_USE, Bytes.EMPTY);
    }
    return new VouchingNode(host, identity, disk, bls);
  }
}
