package org.lagroups.multicast.protocol.entry;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.CastCodec;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.Decoded;

/** A clock that a test moves, links that it makes, and all that was sent. */
final class FakeEnvironment implements Environment<FakeEnvironment.NoTimer> {

  private final NodeId self;
  private final Random random;
  private final Set<NodeId> linked = new TreeSet<>();
  private final Set<NodeId> kept = new TreeSet<>();
  private final Deque<CastMessage> sent = new ArrayDeque<>();
  private long nowMillis = 1_800_000_000_000L;

  enum NoTimer {
    NONE
  }

  FakeEnvironment(NodeId self) {
    this.self = self;
    this.random = new Random(self.hashCode());
  }

  void pass(long millis) {
    nowMillis += millis;
  }

  void link(NodeId peer) {
    linked.add(peer);
  }

  Set<NodeId> kept() {
    return kept;
  }

  /** What was sent since the last call. */
  List<CastMessage> takeSent() {
    List<CastMessage> taken = List.copyOf(sent);
    sent.clear();
    return taken;
  }

  @Override
  public NodeId self() {
    return self;
  }

  @Override
  public long wallMillis() {
    return nowMillis;
  }

  @Override
  public long elapsedNanos() {
    return TimeUnit.MILLISECONDS.toNanos(nowMillis);
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public boolean send(NodeId to, Delivery delivery, Bytes message) {
    if (linked.contains(to) && CastCodec.decode(message) instanceof Decoded.Accepted accepted) {
      sent.add(accepted.message());
      return true;
    }
    return false;
  }

  @Override
  public void setTimer(NoTimer timer, long delayMillis) {
    throw new AssertionError("sets no timers");
  }

  @Override
  public void cancelTimer(NoTimer timer) {
    throw new AssertionError("sets no timers");
  }

  @Override
  public void keepLink(NodeId peer, List<NodeAddress> addresses) {
    kept.add(peer);
  }

  @Override
  public void releaseLink(NodeId peer) {
    kept.remove(peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return linked.contains(peer);
  }
}
