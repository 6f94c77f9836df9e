package org.lagroups.multicast.tree.model;

import java.util.List;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import org.lagroups.core.group.Contact;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.stream.StreamId;
import org.lagroups.multicast.tree.Tree;
import org.lagroups.multicast.tree.port.TreeHost;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.Decoded;
import org.lagroups.multicast.wire.TreeMessage;

/** The tree of one stream alone, without its chunks: for whoever tries out trees. */
public final class TreeMachine implements Machine<TreeTimer> {

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final StreamId stream;
  private final Tree tree;

  /**
   * Of one stream.
   *
   * @param address where the node may be reached
   * @param factory makes the tree on its host
   */
  public TreeMachine(
      StreamId stream,
      Environment<TreeTimer> environment,
      NodeAddress address,
      Function<TreeHost, Tree> factory) {
    this.stream = stream;
    this.tree = factory.apply(new Host(environment, address));
  }

  public Tree tree() {
    return tree;
  }

  @Override
  public void start() {
    tree.start();
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    if (CastCodec.decode(message) instanceof Decoded.Accepted(TreeMessage about)
        && about.stream().equals(stream)) {
      tree.onMessage(from, about);
    }
  }

  @Override
  public void onTimer(TreeTimer timer) {
    tree.onTimer();
  }

  @Override
  public void onLinkUp(NodeId peer) {
    tree.onLinkUp();
  }

  @Override
  public void onLinkDown(NodeId peer) {
    tree.onLinkDown(peer);
  }

  private record Host(Environment<TreeTimer> environment, NodeAddress address) implements TreeHost {

    @Override
    public NodeId self() {
      return environment.self();
    }

    @Override
    public List<NodeAddress> addresses() {
      return List.of(address);
    }

    @Override
    public long nowMillis() {
      return environment.elapsedNanos() / NANOS_PER_MILLI;
    }

    @Override
    public long wallMillis() {
      return environment.wallMillis();
    }

    @Override
    public RandomGenerator random() {
      return environment.random();
    }

    @Override
    public boolean send(NodeId to, TreeMessage message) {
      return environment.send(to, Delivery.ORDERED, CastCodec.encode(message));
    }

    @Override
    public void keepLink(Contact peer) {
      environment.keepLink(peer.node(), peer.addresses());
    }

    @Override
    public void releaseLink(NodeId peer) {
      environment.releaseLink(peer);
    }

    @Override
    public boolean isLinked(NodeId peer) {
      return environment.isLinked(peer);
    }

    @Override
    public void wakeIn(long millis) {
      environment.setTimer(TreeTimer.STEP, millis);
    }
  }
}
