package org.lagroups.multicast.protocol;

import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeAddress;
import org.lagroups.machine.NodeId;

/** An environment in which, while a node drops, no chunk leaves. */
record Leaky<T extends Enum<T>>(Environment<T> real, BooleanSupplier isDropping)
    implements Environment<T> {

  @Override
  public NodeId self() {
    return real.self();
  }

  @Override
  public long wallMillis() {
    return real.wallMillis();
  }

  @Override
  public long elapsedNanos() {
    return real.elapsedNanos();
  }

  @Override
  public RandomGenerator random() {
    return real.random();
  }

  @Override
  public boolean send(NodeId to, Delivery delivery, Bytes message) {
    return (delivery == Delivery.BULK && isDropping.getAsBoolean())
        || real.send(to, delivery, message);
  }

  @Override
  public void setTimer(T timer, long delayMillis) {
    real.setTimer(timer, delayMillis);
  }

  @Override
  public void cancelTimer(T timer) {
    real.cancelTimer(timer);
  }

  @Override
  public void keepLink(NodeId peer, List<NodeAddress> addresses) {
    real.keepLink(peer, addresses);
  }

  @Override
  public void releaseLink(NodeId peer) {
    real.releaseLink(peer);
  }

  @Override
  public boolean isLinked(NodeId peer) {
    return real.isLinked(peer);
  }
}
