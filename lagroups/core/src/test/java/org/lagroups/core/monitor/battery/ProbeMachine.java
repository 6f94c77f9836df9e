package org.lagroups.core.monitor.battery;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.List;
import java.util.Queue;
import java.util.function.Supplier;
import org.lagroups.core.monitor.link.Received;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * An application that asks all members the same question every second, and tells its monitors what
 * it observes. A flood goes in datagrams, which hold up no answers. A question is 'q' and a number,
 * an answer 'a', the number and what it says.
 */
final class ProbeMachine implements Machine<ProbeTimer> {

  static final ProtocolId PROTOCOL = new ProtocolId(14);

  private static final long EVERY_MILLIS = 1_000;
  private static final long LATE_MILLIS = 400;
  private static final int FLOOD_MESSAGES = 200;

  private final Environment<ProbeTimer> environment;
  private final ProbeMonitors monitors;
  private final Supplier<Collection<NodeId>> members;
  private final Queue<Late> late = new ArrayDeque<>();
  private Fault fault = Fault.NONE;
  private byte number;
  private long askedNanos;

  private record Late(NodeId to, Bytes answer, long dueNanos) {}

  ProbeMachine(
      Environment<ProbeTimer> environment,
      ProbeMonitors monitors,
      Supplier<Collection<NodeId>> members) {
    this.environment = environment;
    this.monitors = monitors;
    this.members = members;
  }

  void become(Fault next) {
    fault = next;
  }

  @Override
  public void start() {
    environment.setTimer(ProbeTimer.ASK, EVERY_MILLIS);
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    long now = environment.elapsedNanos();
    monitors.flood().observe(from, Received.message(message.length()), now);
    if (message.length() == 2 && message.at(0) == 'q') {
      answer(from, message.at(1));
    } else if (message.length() == 3 && message.at(0) == 'a' && message.at(1) == number) {
      monitors.latency().observe(from, Duration.ofNanos(now - askedNanos), now);
      monitors.voting().answer(Bytes.copyOf(number), from, message.slice(2, 3), now);
    }
  }

  @Override
  public void onTimer(ProbeTimer timer) {
    long now = environment.elapsedNanos();
    switch (timer) {
      case ASK -> {
        monitors.tick(now);
        ask(now);
        environment.setTimer(ProbeTimer.ASK, EVERY_MILLIS);
      }
      case ANSWER -> {
        while (!late.isEmpty() && late.element().dueNanos() <= now) {
          Late due = late.remove();
          environment.send(due.to(), Delivery.ORDERED, due.answer());
        }
        if (!late.isEmpty()) {
          environment.setTimer(
              ProbeTimer.ANSWER, (late.element().dueNanos() - now) / 1_000_000 + 1);
        }
      }
    }
  }

  private void ask(long now) {
    number++;
    askedNanos = now;
    List<NodeId> asked = List.copyOf(members.get());
    monitors.voting().ask(Bytes.copyOf(number), asked, now);
    for (NodeId member : asked) {
      environment.send(member, Delivery.ORDERED, Bytes.copyOf((byte) 'q', number));
      for (int i = 0; fault == Fault.FLOOD && i < FLOOD_MESSAGES; i++) {
        environment.send(member, Delivery.DATAGRAM, Bytes.copyOf((byte) 'x'));
      }
    }
  }

  private void answer(NodeId to, byte question) {
    byte says = (byte) (question * 3 + (fault == Fault.WRONG ? 1 : 0));
    Bytes answer = Bytes.copyOf((byte) 'a', question, says);
    if (fault == Fault.SLOW) {
      if (late.isEmpty()) {
        environment.setTimer(ProbeTimer.ANSWER, LATE_MILLIS);
      }
      late.add(new Late(to, answer, environment.elapsedNanos() + LATE_MILLIS * 1_000_000));
    } else {
      environment.send(to, Delivery.ORDERED, answer);
    }
  }
}
