package org.lagroups.core.group.spread;

import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.NodeId;

/** Sends messages and counts them. What does not leave is found out by digests later. */
public final class Sender {

  private final Environment<?> environment;
  private final GroupCounters counters;

  public Sender(Environment<?> environment, GroupCounters counters) {
    this.environment = environment;
    this.counters = counters;
  }

  public void send(NodeId to, GroupMessage message) {
    send(to, GroupMessageCodec.encode(message));
  }

  /** Whether the message was taken: then it arrives if the link lasts. */
  public boolean send(NodeId to, Bytes message) {
    boolean taken = environment.send(to, Delivery.ORDERED, message);
    if (taken) {
      counters.sent(message.length());
    }
    return taken;
  }
}
