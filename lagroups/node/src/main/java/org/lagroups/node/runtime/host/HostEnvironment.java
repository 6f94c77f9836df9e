package org.lagroups.node.runtime.host;

import io.netty.channel.EventLoop;
import io.netty.util.concurrent.ScheduledFuture;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** What one machine sees of the real world. */
final class HostEnvironment<T extends Enum<T>> implements Environment<T> {

  private static final SecureRandom RANDOM = new SecureRandom();

  private final NodeId self;
  private final ProtocolId protocol;
  private final EventLoop loop;
  private final Links links;
  private final MachineMeters meters;
  private final Consumer<T> onTimer;
  private final Map<T, ScheduledFuture<?>> timers = new HashMap<>();

  HostEnvironment(
      NodeId self,
      ProtocolId protocol,
      EventLoop loop,
      Links links,
      MachineMeters meters,
      Consumer<T> onTimer) {
    this.self = self;
    this.protocol = protocol;
    this.loop = loop;
    this.links = links;
    this.meters = meters;
    this.onTimer = onTimer;
  }

  @Override
  public NodeId self() {
    return self;
  }

  @Override
  public long wallMillis() {
    return System.currentTimeMillis();
  }

  @Override
  public long elapsedNanos() {
    return System.nanoTime();
  }

  @Override
  public RandomGenerator random() {
    return RANDOM;
  }

  @Override
  public boolean send(NodeId to, Delivery delivery, Bytes message) {
    int most = delivery == Delivery.DATAGRAM ? MAX_DATAGRAM_BYTES : MAX_MESSAGE_BYTES;
    if (message.length() > most) {
      throw new IllegalArgumentException(
          "a message of %d bytes; %s carries %d".formatted(message.length(), delivery, most));
    }
    boolean taken = links.send(to, protocol, delivery, message);
    meters.sent(message.length(), taken);
    return taken;
  }

  @Override
  public void setTimer(T timer, long delayMillis) {
    cancelTimer(timer);
    timers.put(
        timer,
        loop.schedule(
            () -> {
              timers.remove(timer);
              onTimer.accept(timer);
            },
            Math.max(0, delayMillis),
            TimeUnit.MILLISECONDS));
  }

  @Override
  public void cancelTimer(T timer) {
    ScheduledFuture<?> scheduled = timers.remove(timer);
    if (scheduled != null) {
      scheduled.cancel(false);
    }
  }

  /** Forgets all deadlines, when the node stops. */
  void cancelAll() {
    timers.values().forEach(scheduled -> scheduled.cancel(false));
    timers.clear();
  }

  @Override
  public void keepLink(NodeId peer, List<NodeAddress> addresses) {
    links.keep(protocol, peer, addresses);
  }

  @Override
  public void releaseLink(NodeId peer) {
    links.release(protocol, peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return links.isUp(peer);
  }
}
