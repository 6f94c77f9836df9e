package org.lagroups.scenarios.netlab.probe;

import java.util.List;
import java.util.Locale;
import org.lagroups.scenarios.netlab.LabHost;
import org.lagroups.scenarios.process.JavaCommand;
import org.lagroups.scenarios.process.ObedientProcess;

/** A process on a host that sends to and answers others like it. */
public final class Probe implements AutoCloseable {

  private static final int HEAP_MEGABYTES = 64;
  private static final long LONGEST_START_MILLIS = 60_000;

  private final LabHost host;
  private final ObedientProcess process;

  private Probe(LabHost host, ObedientProcess process) {
    this.host = host;
    this.process = process;
  }

  /** By what a question and its answer travel. */
  public enum Carrier {
    /** On one connection. */
    TCP,
    /** A datagram each. */
    UDP
  }

  /** What has come from one host, and when that was, by the receiver's clock. */
  record Received(long bytes, long nanos) {}

  /** Starts one; the first use waits for it. */
  public static Probe start(LabHost host) {
    List<String> command = JavaCommand.of(ProbeHost.class, HEAP_MEGABYTES);
    return new Probe(host, ObedientProcess.start(host.inside(command)));
  }

  /** Waits until it answers. */
  public void awaitStarted() throws InterruptedException {
    process.awaitStarted(LONGEST_START_MILLIS);
  }

  /** Begins to send to another, over one more connection, as fast as TCP does. */
  public void sendTo(Probe other) throws InterruptedException {
    process.ask("send " + other.place("sink"));
  }

  /** Ends all its streams. */
  public void stopSending() throws InterruptedException {
    process.ask("stop");
  }

  /** How long it takes to another and back where nothing is late: the least of some times. */
  public long roundTripMicros(Probe other, Carrier carrier, int times) throws InterruptedException {
    String order = carrier.name().toLowerCase(Locale.ROOT);
    return process.number("%s-trip %s %d".formatted(order, other.place(order), times));
  }

  /** Sends datagrams, some at a time; how many come back. */
  public long echoes(Probe other, int datagrams) throws InterruptedException {
    return process.number("echoes %s %d".formatted(other.place("udp"), datagrams));
  }

  /** Ends it at once. */
  @Override
  public void close() {
    process.close();
  }

  Received receivedFrom(Probe other) throws InterruptedException {
    String[] words = process.ask("received " + other.host.address()).split(" ", -1);
    return new Received(Long.parseLong(words[0]), Long.parseLong(words[1]));
  }

  private String place(String port) throws InterruptedException {
    return host.address() + " " + process.number(port);
  }
}
