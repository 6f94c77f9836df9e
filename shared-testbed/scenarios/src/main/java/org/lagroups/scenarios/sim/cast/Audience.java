package org.lagroups.scenarios.sim.cast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.model.ModelRelays;
import org.lagroups.multicast.tree.model.ModelTrees;
import org.lagroups.multicast.tree.model.ModelTrees.Member;
import org.lagroups.multicast.tree.model.TreeMachine;
import org.lagroups.multicast.tree.port.TreeListener;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** A source and its receivers. Each that goes is followed by a new one at once. */
final class Audience {

  private static final ProtocolId PROTOCOL = new ProtocolId(17);

  private final Simulation sim;
  private final World world;
  private final ModelTrees trees;
  private final Map<NodeId, SimNode<Tree>> byId = new HashMap<>();
  private final List<SimNode<Tree>> running = new ArrayList<>();
  private final Map<NodeId, Duration> born = new HashMap<>();
  private final List<Duration> waits = new ArrayList<>();
  private final SimNode<Tree> source;
  private int added;
  private long interruptions;
  private long deaths;

  Audience(Simulation sim, TreeSettings settings, World world) {
    this.sim = sim;
    this.world = world;
    this.trees = new ModelTrees(settings, sim::wallMillis);
    sim.network().latency(world.latency());
    this.source = add(true);
  }

  /** Lets so many come, some at a time; each stays for as long as it does. */
  void come(int receivers, Duration within) {
    Duration step = within.dividedBy(receivers);
    for (int i = 0; i < receivers; i++) {
      sim.at(step.multipliedBy(i), this::enter);
    }
  }

  /** The receivers that are there. */
  List<SimNode<Tree>> receivers() {
    return running.stream().filter(node -> node != source).toList();
  }

  /** What a node can send, in bits per second. */
  double uplink(NodeId node) {
    return (double) trees.uplinks().getOrDefault(node, 0L);
  }

  /** What the source can send, in bits per second. */
  double sourceUplink() {
    return uplink(source.id());
  }

  /** How long a node has been there. */
  Duration age(SimNode<Tree> node) {
    return sim.now().minus(born.getOrDefault(node.id(), sim.now()));
  }

  /** How often receivers lost the stream because one above them went, each counted. */
  long interruptions() {
    return interruptions;
  }

  long deaths() {
    return deaths;
  }

  /** How long those who have had a place waited for their first one, in the order of these. */
  List<Duration> waits() {
    return List.copyOf(waits);
  }

  /** How many receivers have no way to the source. */
  long cutOff() {
    return receivers().stream().filter(node -> depthOf(node).isEmpty()).count();
  }

  Optional<SimNode<Tree>> parentOf(SimNode<Tree> node) {
    return node.app()
        .parent()
        .flatMap(parent -> Optional.ofNullable(byId.get(parent.node())))
        .filter(SimNode::isRunning);
  }

  /** How far a node is from the source; empty while it is cut off. */
  Optional<Integer> depthOf(SimNode<Tree> node) {
    Optional<SimNode<Tree>> at = Optional.of(node);
    for (int depth = 0; at.isPresent() && depth <= running.size(); depth++) {
      if (at.get() == source) {
        return Optional.of(depth);
      }
      at = parentOf(at.get());
    }
    return Optional.empty();
  }

  private void enter() {
    SimNode<Tree> node = add(false);
    long millis = (long) (1_000 * World.lifetimeSeconds(sim.seed(), added));
    sim.after(Duration.ofMillis(millis), () -> leave(node));
  }

  private void leave(SimNode<Tree> node) {
    interruptions += countBelow(node);
    deaths++;
    node.kill();
    running.remove(node);
    trees.ledger().gone(node.id());
    trees.uplinks().remove(node.id());
    enter();
  }

  private long countBelow(SimNode<Tree> top) {
    long below = 0;
    for (SimNode<Tree> node : receivers()) {
      Optional<SimNode<Tree>> at = parentOf(node);
      for (int steps = 0; at.isPresent() && steps <= running.size(); steps++) {
        if (at.get() == top) {
          below++;
          break;
        }
        at = parentOf(at.get());
      }
    }
    return below;
  }

  private SimNode<Tree> add(boolean isSource) {
    added++;
    String name = isSource ? "source" : "r" + added;
    RandomGenerator random = sim.random(name);
    PublicIdentity identity = ModelTrees.identity(random);
    List<Contact> known = isSource ? List.of() : List.of(someone(random));
    long uplink = isSource ? world.sourceUplink() : World.uplink(sim.seed(), added);
    trees.uplinks().put(identity.nodeId(), uplink);
    SimNode<Tree> node =
        sim.addNode(name, identity.nodeId(), host -> install(host, identity, known, isSource));
    born.put(node.id(), sim.now());
    byId.put(node.id(), node);
    running.add(node);
    return node;
  }

  /** A node that has the stream: nobody hands out the address of another. */
  private Contact someone(RandomGenerator random) {
    List<SimNode<Tree>> nodes = running.stream().filter(node -> depthOf(node).isPresent()).toList();
    SimNode<Tree> node = nodes.get(random.nextInt(nodes.size()));
    return new Contact(node.id(), List.of(node.address()));
  }

  private Tree install(Host host, PublicIdentity identity, List<Contact> known, boolean isSource) {
    Member member =
        new Member(
            identity,
            host.address(),
            new ModelRelays(host.self(), trees.uplinks()),
            new Newcomer(sim.now()));
    TreeMachine machine =
        host.install(
            PROTOCOL,
            environment ->
                isSource
                    ? trees.source(environment, member)
                    : trees.receiver(environment, member, known));
    return machine.tree();
  }

  /** Takes down when it has its first parent. No chunks are distributed here. */
  private final class Newcomer implements TreeListener {

    private final Duration since;
    private boolean isPlaced;

    Newcomer(Duration since) {
      this.since = since;
    }

    @Override
    public void parentTaken(Contact parent, GroupId group, long fromSequence) {
      if (!isPlaced) {
        isPlaced = true;
        waits.add(sim.now().minus(since));
      }
    }

    @Override
    public void orphaned() {}

    @Override
    public void childTaken(Contact child, GroupId group, long fromSequence) {}

    @Override
    public void childGone(NodeId child) {}
  }
}
