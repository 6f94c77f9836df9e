package org.lagroups.simnet;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/** Writes down what it is told, in words, and sends what it is asked to. */
final class Recorder implements Machine<Recorder.Timer> {

  enum Timer {
    FIRST,
    SECOND
  }

  static final ProtocolId PROTOCOL = new ProtocolId(7);

  final Environment<Timer> environment;
  final List<String> heard = new ArrayList<>();
  final List<Long> heardAtMillis = new ArrayList<>();
  Runnable onEvent = () -> {};

  Recorder(Environment<Timer> environment) {
    this.environment = environment;
  }

  static Recorder install(Host host) {
    return host.install(PROTOCOL, Recorder::new);
  }

  boolean say(SimNode<?> to, Delivery delivery, String text) {
    return environment.send(to.id(), delivery, Bytes.copyOf(text.getBytes(UTF_8)));
  }

  List<String> messages() {
    return heard.stream().filter(line -> line.startsWith("got ")).map(l -> l.substring(4)).toList();
  }

  @Override
  public void start() {
    hear("start");
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    hear("got " + new String(message.toArray(), UTF_8));
  }

  @Override
  public void onTimer(Timer timer) {
    hear("timer " + timer);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    hear("up");
  }

  @Override
  public void onLinkDown(NodeId peer) {
    hear("down");
  }

  @Override
  public void onLinkInDoubt(NodeId peer) {
    hear("doubt");
  }

  private void hear(String what) {
    heard.add(what);
    heardAtMillis.add(environment.elapsedNanos() / 1_000_000);
    onEvent.run();
  }
}
