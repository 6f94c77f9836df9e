package org.lagroups.multicast.tree;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.tree.model.ModelRelays;
import org.lagroups.multicast.tree.model.ModelTrees;
import org.lagroups.multicast.tree.model.ModelTrees.Member;
import org.lagroups.multicast.tree.model.TreeMachine;
import org.lagroups.multicast.tree.place.Child;
import org.lagroups.multicast.tree.port.TreeListener;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.check.Findings;
import org.lagroups.simnet.net.Latency;

/** A source and receivers in virtual time, with what has to hold of them at every moment. */
final class Forest {

  static final ProtocolId PROTOCOL = new ProtocolId(17);

  final Simulation sim;
  final Map<NodeId, Long> uplinks;
  final List<SimNode<Receiver>> nodes = new ArrayList<>();
  private final Map<NodeId, SimNode<Receiver>> byId = new HashMap<>();
  private final TreeSettings settings;
  private final ModelTrees trees;

  /** What runs on a node. */
  record Receiver(TreeMachine machine, ModelRelays relays, Diary diary) {

    Tree tree() {
      return machine.tree();
    }
  }

  /** What the data plane has been told. */
  static final class Diary implements TreeListener {
    final List<NodeId> parents = new ArrayList<>();
    final List<Long> parentsFrom = new ArrayList<>();
    final Map<NodeId, Long> childrenFrom = new HashMap<>();
    int orphaned;

    @Override
    public void parentTaken(Contact parent, GroupId group, long fromSequence) {
      parents.add(parent.node());
      parentsFrom.add(fromSequence);
    }

    @Override
    public void orphaned() {
      orphaned++;
    }

    @Override
    public void childTaken(Contact child, GroupId group, long fromSequence) {
      childrenFrom.put(child.node(), fromSequence);
    }

    @Override
    public void childGone(NodeId child) {
      childrenFrom.remove(child);
    }
  }

  Forest(long seed, TreeSettings settings) {
    this.sim = new Simulation(seed);
    this.settings = settings;
    this.trees = new ModelTrees(settings, sim::wallMillis);
    this.uplinks = trees.uplinks();
    sim.network().latency(Latency.randomMillis(5, 100, seed));
    sim.checkEvery(Duration.ofMillis(200), "no node is its own ancestor", this::checkNoCycle);
    sim.checkEvery(Duration.ofMillis(200), "no node has more than k children", this::checkDegree);
    addNode(true);
  }

  SimNode<Receiver> source() {
    return nodes.getFirst();
  }

  /** Adds a receiver that knows one node of those that run, chosen at random. */
  SimNode<Receiver> add() {
    return addNode(false);
  }

  void add(int count) {
    for (int i = 0; i < count; i++) {
      add();
    }
  }

  /** The running receivers. */
  List<SimNode<Receiver>> receivers() {
    return nodes.stream().skip(1).filter(SimNode::isRunning).toList();
  }

  SimNode<Receiver> node(NodeId id) {
    return Objects.requireNonNull(byId.get(id), "no such node");
  }

  Optional<SimNode<Receiver>> parentOf(SimNode<Receiver> node) {
    return node.app().tree().parent().map(parent -> byId.get(parent.node()));
  }

  /** How far a node is from the source by parents that run and know it; empty if it is cut off. */
  Optional<Integer> depthOf(SimNode<Receiver> node) {
    SimNode<Receiver> at = node;
    for (int depth = 0; depth <= nodes.size(); depth++) {
      if (at == source()) {
        return Optional.of(depth);
      }
      Optional<SimNode<Receiver>> above = parentOf(at).filter(SimNode::isRunning);
      NodeId id = at.id();
      if (above.isEmpty()
          || above.get().app().tree().children().stream()
              .noneMatch(child -> child.node().equals(id))) {
        return Optional.empty();
      }
      at = above.get();
    }
    return Optional.empty();
  }

  boolean allPlaced() {
    return receivers().stream().allMatch(node -> depthOf(node).isPresent());
  }

  int depth() {
    return receivers().stream().mapToInt(node -> depthOf(node).orElseThrow()).max().orElse(0);
  }

  void kill(SimNode<Receiver> node) {
    node.kill();
    trees.ledger().gone(node.id());
  }

  private SimNode<Receiver> addNode(boolean isSource) {
    String name = isSource ? "source" : "r" + nodes.size();
    PublicIdentity identity = ModelTrees.identity(sim.random("keys of " + name));
    List<SimNode<Receiver>> running = nodes.stream().filter(SimNode::isRunning).toList();
    List<Contact> known =
        isSource
            ? List.of()
            : List.of(contact(running.get(sim.random("first of " + name).nextInt(running.size()))));
    uplinks.put(identity.nodeId(), 10_000_000L);
    SimNode<Receiver> node =
        sim.addNode(name, identity.nodeId(), host -> install(host, identity, known, isSource));
    nodes.add(node);
    byId.put(node.id(), node);
    return node;
  }

  static Contact contact(SimNode<?> node) {
    return new Contact(node.id(), List.of(node.address()));
  }

  private Receiver install(
      Host host, PublicIdentity identity, List<Contact> known, boolean isSource) {
    ModelRelays relays = new ModelRelays(host.self(), uplinks);
    Diary diary = new Diary();
    Member member = new Member(identity, host.address(), relays, diary);
    TreeMachine machine =
        host.install(
            PROTOCOL,
            environment ->
                isSource
                    ? trees.source(environment, member)
                    : trees.receiver(environment, member, known));
    return new Receiver(machine, relays, diary);
  }

  private void checkNoCycle(Findings findings) {
    for (SimNode<Receiver> node : receivers()) {
      Set<NodeId> path = new HashSet<>();
      Optional<SimNode<Receiver>> at = Optional.of(node);
      while (at.isPresent() && at.get().isRunning()) {
        if (!path.add(at.get().id())) {
          findings.report("%s is its own ancestor".formatted(node.name()));
          return;
        }
        at = parentOf(at.get());
      }
    }
  }

  private void checkDegree(Findings findings) {
    for (SimNode<Receiver> node : nodes) {
      if (node.isRunning()) {
        List<Child> children = node.app().tree().children();
        if (children.size() > settings.mostChildren()) {
          findings.report("%s has %d children".formatted(node.name(), children.size()));
        }
      }
    }
  }
}
