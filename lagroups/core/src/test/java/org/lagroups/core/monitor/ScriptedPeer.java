package org.lagroups.core.monitor;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;

/** A peer that keeps the beats it gets and sends what the test says. */
final class ScriptedPeer implements Machine<HeartbeatTimer> {

  final List<Beat> received = new ArrayList<>();
  private final Environment<HeartbeatTimer> environment;

  ScriptedPeer(Environment<HeartbeatTimer> environment) {
    this.environment = environment;
  }

  void send(NodeId to, Beat beat) {
    sendRaw(to, BeatCodec.encode(beat));
  }

  void sendRaw(NodeId to, Bytes message) {
    environment.send(to, Delivery.DATAGRAM, message);
  }

  @Override
  public void start() {}

  @Override
  public void onMessage(NodeId from, Bytes message) {
    received.add(BeatCodec.decode(message).orElseThrow());
  }

  @Override
  public void onTimer(HeartbeatTimer timer) {}
}
