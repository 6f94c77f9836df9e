package org.lagroups.simnet;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;
import org.lagroups.simnet.engine.Deadline;
import org.lagroups.simnet.link.Station;

/** The environment of one machine in one life of its node. */
final class SimEnvironment<T extends Enum<T>> implements Environment<T> {

  private final Life life;
  private final World world;
  private final Station station;
  private final SimClock clock;
  private final int protocol;
  private final RandomGenerator random;

  /** Never iterated over: its order depends on identities. */
  private final Map<T, Deadline> timers = new HashMap<>();

  private @Nullable Machine<T> machine;

  SimEnvironment(
      Life life,
      World world,
      Station station,
      SimClock clock,
      int protocol,
      RandomGenerator random) {
    this.life = life;
    this.world = world;
    this.station = station;
    this.clock = clock;
    this.protocol = protocol;
    this.random = random;
  }

  void attach(Machine<T> built) {
    machine = built;
  }

  @Override
  public NodeId self() {
    return station.id();
  }

  @Override
  public long wallMillis() {
    return clock.wallMillis();
  }

  @Override
  public long elapsedNanos() {
    return world.engine().nowNanos();
  }

  @Override
  public RandomGenerator random() {
    return random;
  }

  @Override
  public boolean send(NodeId to, Delivery delivery, Bytes message) {
    int limit = delivery == Delivery.DATAGRAM ? MAX_DATAGRAM_BYTES : MAX_MESSAGE_BYTES;
    if (message.length() > limit) {
      throw new IllegalArgumentException(
          "a %s message has at most %d bytes, not %d".formatted(delivery, limit, message.length()));
    }
    requireLife();
    return station.send(to, delivery, protocol, message);
  }

  @Override
  public void setTimer(T timer, long delayMillis) {
    if (delayMillis < 0) {
      throw new IllegalArgumentException("a timer's delay is 0 or more, not " + delayMillis);
    }
    requireLife();
    deadline(timer).setAfter(Math.multiplyExact(delayMillis, 1_000_000L));
  }

  @Override
  public void cancelTimer(T timer) {
    requireLife();
    deadline(timer).clear();
  }

  @Override
  public void keepLink(NodeId peer, List<NodeAddress> addresses) {
    requireLife();
    station.keep(protocol, peer, addresses);
  }

  @Override
  public void releaseLink(NodeId peer) {
    requireLife();
    station.release(protocol, peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return station.isLinked(peer);
  }

  private Deadline deadline(T timer) {
    return timers.computeIfAbsent(
        timer, t -> new Deadline(world.engine(), () -> station.happen(() -> expired(t))));
  }

  private void expired(T timer) {
    if (life.hasEnded()) {
      return;
    }
    world.trace().timer(elapsedNanos(), station.index(), protocol, timer.name());
    Machine<T> target =
        Objects.requireNonNull(machine, "a timer fired before the machine was built");
    life.call(() -> target.onTimer(timer));
    world
        .timerFaults()
        .repeatAfterNanos()
        .ifPresent(
            delay -> world.engine().after(delay, () -> station.happen(() -> expired(timer))));
  }

  private void requireLife() {
    if (life.hasEnded()) {
      throw new IllegalStateException(
          "this machine's node was killed or stopped; take app() of the node anew");
    }
  }
}
