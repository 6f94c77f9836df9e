package org.lagroups.node.transport.session;

import io.netty.channel.EventLoop;
import io.netty.channel.embedded.EmbeddedChannel;
import java.net.InetSocketAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Nodes with real {@link Sessions} over links that are made up, in virtual time: nothing happens
 * but within {@link #run}.
 */
final class SessionWorld {

  private final EmbeddedChannel channel = new EmbeddedChannel();
  private final Map<String, SessionNode> nodes = new HashMap<>();
  private long nowMillis;

  /** How long a message takes, one way. */
  long latencyMillis = 20;

  /** Whether nodes also have the second carrier. */
  boolean hasTcp;

  SessionWorld() {
    channel.freezeTime();
  }

  /** Virtual time. */
  long now() {
    return nowMillis;
  }

  EventLoop loop() {
    return channel.eventLoop();
  }

  /** A node whose ID is greater than those of all nodes with smaller numbers. */
  SessionNode add(int number) {
    SessionNode node = new SessionNode(this, number);
    nodes.put(node.address().host(), node);
    return node;
  }

  /** Who is there; the port does not matter. */
  @Nullable SessionNode at(InetSocketAddress address) {
    return nodes.get(address.getAddress().getHostAddress());
  }

  void after(long millis, Runnable action) {
    var _ = loop().schedule(action, millis, TimeUnit.MILLISECONDS);
  }

  /** Lets time pass. */
  void run(long millis) {
    settle();
    for (long i = 0; i < millis; i++) {
      nowMillis++;
      channel.advanceTimeBy(1, TimeUnit.MILLISECONDS);
      settle();
    }
  }

  /** Ends all sessions, so that no memory is held. */
  void close() {
    nodes.values().forEach(node -> node.sessions().close());
  }

  private void settle() {
    do {
      channel.runPendingTasks();
    } while (channel.hasPendingTasks());
    channel.checkException();
  }
}
