package org.lagroups.simnet;

import java.util.LinkedHashSet;
import java.util.Set;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Sends a heartbeat to each linked peer every five seconds, and answers those of others. */
final class Chatter implements Machine<Chatter.Timer> {

  enum Timer {
    BEAT
  }

  static final ProtocolId PROTOCOL = new ProtocolId(2);

  private static final long INTERVAL_MILLIS = 5_000;
  private static final int MESSAGE_BYTES = 40;

  private final Environment<Timer> environment;
  private final Set<NodeId> peers = new LinkedHashSet<>();
  private long nextBeatNanos;
  private int answers;

  private Chatter(Environment<Timer> environment) {
    this.environment = environment;
  }

  static Chatter install(Host host) {
    return host.install(PROTOCOL, Chatter::new);
  }

  int answers() {
    return answers;
  }

  @Override
  public void start() {
    beatAfter(environment.random().nextLong(INTERVAL_MILLIS));
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    if (message.at(0) == 0) {
      send(from, (byte) 1);
    } else {
      answers++;
    }
  }

  @Override
  public void onTimer(Timer timer) {
    if (environment.elapsedNanos() >= nextBeatNanos) {
      peers.forEach(peer -> send(peer, (byte) 0));
      beatAfter(INTERVAL_MILLIS);
    }
  }

  @Override
  public void onLinkUp(NodeId peer) {
    peers.add(peer);
  }

  @Override
  public void onLinkDown(NodeId peer) {
    peers.remove(peer);
  }

  private void send(NodeId to, byte kind) {
    byte[] content = new byte[MESSAGE_BYTES];
    content[0] = kind;
    environment.send(to, Delivery.DATAGRAM, Bytes.wrapOwned(content));
  }

  private void beatAfter(long millis) {
    nextBeatNanos = environment.elapsedNanos() + millis * 1_000_000;
    environment.setTimer(Timer.BEAT, millis);
  }
}
