package org.lagroups.scenarios.cluster;

import io.netty.channel.EventLoopGroup;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.lagroups.machine.GroupId;
import org.lagroups.node.process.NodeOptions;
import org.lagroups.node.transport.EventLoops;

/** Nodes in this process that share two event loops and an address, and nothing else. */
public final class LocalCluster implements AutoCloseable {

  private static final int LOOPS = 2;
  private static final long POLL_MILLIS = 10;

  private static final String LOOPBACK = "127.0.0.1";

  private final Path folder;
  private final String address;
  private final EventLoopGroup loops = EventLoops.newGroup(LOOPS, "cluster");
  private final NodeOptions options;
  private final List<LocalNode> nodes = new ArrayList<>();

  /** Without nodes yet; their homes will be below {@code folder}. Applications are left out. */
  public LocalCluster(Path folder) {
    this(folder, LOOPBACK);
  }

  /** With nodes that listen at another address of this machine. */
  public LocalCluster(Path folder, String address) {
    this.folder = folder;
    this.address = address;
    this.options = NodeOptions.standard().withModules(List.of()).withLoops(loops);
  }

  /** Starts one more node. */
  public LocalNode add() {
    String name = "node-" + nodes.size();
    LocalNode node = LocalNode.start(folder.resolve(name), name, address, options);
    nodes.add(node);
    return node;
  }

  /**
   * Starts {@code size} nodes; the first makes a group, each other one joins it as soon as it runs.
   */
  public GroupId formGroup(int size, long validityMillis) {
    LocalNode first = add();
    GroupId group = first.createGroup(validityMillis);
    for (int i = 1; i < size; i++) {
      add().join(first.invite(group));
    }
    return group;
  }

  /** All nodes, in the order of their start. */
  public List<LocalNode> nodes() {
    return List.copyOf(nodes);
  }

  /** Whether every node has every node in its view. */
  public boolean isViewFull(GroupId group) {
    return nodes.stream().allMatch(node -> node.viewSize(group) == nodes.size());
  }

  /** Whether every node knows that every node attests to every other. */
  public boolean isClique(GroupId group) {
    int edges = nodes.size() * (nodes.size() - 1);
    return nodes.stream().allMatch(node -> node.attestations(group) == edges);
  }

  /**
   * Waits for a condition.
   *
   * @return whether it came to hold in time
   */
  public static boolean await(long timeoutMillis, BooleanSupplier condition)
      throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(timeoutMillis);
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > deadline) {
        return false;
      }
      TimeUnit.MILLISECONDS.sleep(POLL_MILLIS);
    }
    return true;
  }

  @Override
  public void close() {
    nodes.forEach(LocalNode::close);
    loops.shutdownGracefully(0, 2, TimeUnit.SECONDS).awaitUninterruptibly(5_000);
  }
}
