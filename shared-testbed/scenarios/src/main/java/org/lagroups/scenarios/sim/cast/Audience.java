package org.lagroups.scenarios.sim.cast;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.lagroups.core.crypto.Identity;
import org.lagroups.core.crypto.PublicIdentity;
import org.lagroups.core.crypto.RememberingVerifier;
import org.lagroups.core.crypto.SignatureVerifier;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.TreeMachine;
import org.lagroups.multicast.tree.model.Ledger;
import org.lagroups.multicast.tree.model.ModelRelays;
import org.lagroups.multicast.tree.port.Epochs;
import org.lagroups.multicast.tree.port.TreeListener;
import org.lagroups.multicast.tree.port.TreePorts;
import org.lagroups.multicast.tree.port.TreeSettings;
import org.lagroups.simnet.Host;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;

/** A source and its receivers. Each that goes is followed by a new one at once. */
final class Audience {

  private static final ProtocolId PROTOCOL = new ProtocolId(17);
  private static final Identity PUBLISHER = Identity.generate(new Random(1));
  private static final StreamId STREAM = new StreamId(Bytes.wrapOwned(new byte[StreamId.LENGTH]));
  private static final int KEY_BYTES = 80;
  private static final int ED25519_BYTES = 32;

  private final Simulation sim;
  private final TreeSettings settings;
  private final Ledger ledger;
  private final Map<NodeId, Long> uplinks = ModelRelays.uplinks();
  private final Map<NodeId, SimNode<Tree>> byId = new HashMap<>();
  private final List<SimNode<Tree>> running = new ArrayList<>();
  private final Map<NodeId, Duration> born = new HashMap<>();
  private final SignatureVerifier signatures = new RememberingVerifier(SignatureVerifier.DIRECT);
  private final SimNode<Tree> source;
  private int added;
  private long interruptions;
  private long deaths;

  Audience(Simulation sim, TreeSettings settings, World world) {
    this.sim = sim;
    this.settings = settings;
    this.ledger = new Ledger(sim::wallMillis);
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

  Tree source() {
    return source.app();
  }

  /** What a node can send, in bits per second. */
  double uplink(NodeId node) {
    return (double) uplinks.getOrDefault(node, 0L);
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
    ledger.gone(node.id());
    uplinks.remove(node.id());
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
    byte[] keys = new byte[KEY_BYTES];
    RandomGenerator random = sim.random(name);
    random.nextBytes(keys);
    PublicIdentity identity =
        new PublicIdentity(
            Bytes.copyOf(keys, 0, ED25519_BYTES),
            Bytes.copyOf(keys, ED25519_BYTES, KEY_BYTES - ED25519_BYTES));
    List<Contact> known = isSource ? List.of() : List.of(someone(random));
    uplinks.put(identity.nodeId(), World.uplink(sim.seed(), added));
    SimNode<Tree> node =
        sim.addNode(name, identity.nodeId(), host -> install(host, identity, known, isSource));
    born.put(node.id(), sim.now());
    byId.put(node.id(), node);
    running.add(node);
    return node;
  }

  private Contact someone(RandomGenerator random) {
    SimNode<Tree> node = running.get(random.nextInt(running.size()));
    return new Contact(node.id(), List.of(node.address()));
  }

  private Tree install(Host host, PublicIdentity identity, List<Contact> known, boolean isSource) {
    TreeMachine machine =
        host.install(
            PROTOCOL,
            environment ->
                new TreeMachine(
                    STREAM,
                    environment,
                    host.address(),
                    treeHost -> {
                      TreePorts ports =
                          new TreePorts(
                              treeHost,
                              ledger.of(identity),
                              ledger.judge(),
                              new Epochs(STREAM, PUBLISHER.publicIdentity(), signatures),
                              new ModelRelays(host.self(), uplinks),
                              new Unheard());
                      return isSource
                          ? Tree.ofSource(STREAM, settings, ports, PUBLISHER)
                          : new Tree(STREAM, settings, ports, known);
                    }));
    return machine.tree();
  }

  /** No chunks are distributed here. */
  private static final class Unheard implements TreeListener {

    @Override
    public void parentTaken(Contact parent, GroupId group, long fromSequence) {}

    @Override
    public void orphaned() {}

    @Override
    public void childTaken(Contact child, GroupId group, long fromSequence) {}

    @Override
    public void childGone(NodeId child) {}
  }
}
