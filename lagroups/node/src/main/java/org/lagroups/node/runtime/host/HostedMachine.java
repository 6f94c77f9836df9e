package org.lagroups.node.runtime.host;

import io.netty.channel.EventLoop;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One machine on the node: what it throws is logged and counted and goes no further, and a call
 * that holds up the loop is logged.
 */
final class HostedMachine<T extends Enum<T>, M extends Machine<T>> {

  /** A call that takes longer is logged: people and heartbeats begin to notice. */
  static final long SLOW_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  /** At most one slow call in this time is logged; all are counted. */
  private static final long SLOW_LOG_NANOS = TimeUnit.SECONDS.toNanos(10);

  private static final Logger LOG = LoggerFactory.getLogger(HostedMachine.class);

  private final ProtocolId protocol;
  private final MachineMeters meters;
  private final HostEnvironment<T> environment;
  private final M machine;
  private long lastSlowLog = System.nanoTime() - SLOW_LOG_NANOS;

  HostedMachine(
      NodeId self,
      ProtocolId protocol,
      EventLoop loop,
      Links links,
      MachineMeters meters,
      Function<Environment<T>, M> factory) {
    this.protocol = protocol;
    this.meters = meters;
    this.environment = new HostEnvironment<>(self, protocol, loop, links, meters, this::onTimer);
    this.machine = factory.apply(environment);
  }

  M machine() {
    return machine;
  }

  ProtocolId protocol() {
    return protocol;
  }

  void start() {
    call("start", machine::start);
  }

  void onMessage(NodeId from, Bytes message) {
    meters.received(message.length());
    call("onMessage", () -> machine.onMessage(from, message));
  }

  void onLinkUp(NodeId peer) {
    call("onLinkUp", () -> machine.onLinkUp(peer));
  }

  void onLinkInDoubt(NodeId peer) {
    call("onLinkInDoubt", () -> machine.onLinkInDoubt(peer));
  }

  void onLinkDown(NodeId peer) {
    call("onLinkDown", () -> machine.onLinkDown(peer));
  }

  void stop() {
    environment.cancelAll();
  }

  private void onTimer(T timer) {
    call("onTimer", () -> machine.onTimer(timer));
  }

  private void call(String what, Runnable work) {
    long begin = System.nanoTime();
    try {
      work.run();
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      meters.failed();
      LOG.atError()
          .setCause(e)
          .addKeyValue("protocol", protocol.number())
          .addKeyValue("call", what)
          .log("a fault in this program: a machine failed; the node goes on");
    }
    long nanos = System.nanoTime() - begin;
    meters.called(nanos);
    if (nanos > SLOW_NANOS && begin - lastSlowLog > SLOW_LOG_NANOS) {
      lastSlowLog = begin;
      LOG.atWarn()
          .addKeyValue("protocol", protocol.number())
          .addKeyValue("call", what)
          .addKeyValue("millis", TimeUnit.NANOSECONDS.toMillis(nanos))
          .log("a machine held up the event loop");
    }
  }
}
