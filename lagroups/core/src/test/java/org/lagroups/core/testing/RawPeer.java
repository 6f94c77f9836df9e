package org.lagroups.core.testing;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.core.wire.Decoded;
import org.lagroups.core.wire.GroupMessage;
import org.lagroups.core.wire.GroupMessageCodec;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;

/** A node that speaks the group protocol as the test wants, and keeps what it hears. */
public final class RawPeer implements Machine<NoTimer> {

  private final Environment<NoTimer> environment;
  private final List<GroupMessage> heard = new ArrayList<>();

  public RawPeer(Environment<NoTimer> environment) {
    this.environment = environment;
  }

  /** Sends a message. */
  public void say(NodeId to, GroupMessage message) {
    say(to, GroupMessageCodec.encode(message));
  }

  /** Sends any bytes. */
  public void say(NodeId to, Bytes bytes) {
    if (!environment.send(to, Delivery.ORDERED, bytes)) {
      throw new IllegalStateException("there is no link to " + to);
    }
  }

  /** All messages of one kind that have arrived. */
  public <T extends GroupMessage> List<T> heard(Class<T> kind) {
    return heard.stream().filter(kind::isInstance).map(kind::cast).toList();
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {
    if (GroupMessageCodec.decode(message)
        instanceof Decoded.Accepted<GroupMessage>(GroupMessage value)) {
      heard.add(value);
    }
  }

  @Override
  public void onTimer(NoTimer timer) {}
}
