package org.lagroups.multicast.relay;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.simnet.SimNode;
import org.lagroups.simnet.Simulation;
import org.lagroups.simnet.net.Conditions;
import org.lagroups.simnet.net.Latency;

/** A simulated group: a source and receivers, all with links to each other and limited uplinks. */
final class RelayLab {

  static final ProtocolId PROTOCOL = new ProtocolId(17);

  private final Simulation sim;
  private final int payloadBytes;
  private final double[] uplinksMbit;
  private final SimNode<Source> source;
  private final List<SimNode<Receiver>> receivers = new ArrayList<>();

  /** The first uplink is the source's. */
  RelayLab(long seed, RelaySettings settings, int payloadBytes, double... uplinksMbit) {
    this(seed, settings, payloadBytes, Long.MAX_VALUE, uplinksMbit);
  }

  /** As above, where each node keeps only the last {@code window} chunks. */
  RelayLab(long seed, RelaySettings settings, int payloadBytes, long window, double[] uplinksMbit) {
    this(new Simulation(seed), seed, settings, payloadBytes, window, uplinksMbit);
    receivers.forEach(node -> come(node.id()));
    sim.runFor(Duration.ofSeconds(1));
  }

  private RelayLab(
      Simulation sim,
      long seed,
      RelaySettings settings,
      int payloadBytes,
      long window,
      double[] uplinksMbit) {
    this.sim = sim;
    this.payloadBytes = payloadBytes;
    this.uplinksMbit = uplinksMbit.clone();
    sim.network().latency(Latency.randomMillis(5, 40, seed));
    sim.network().conditions(Conditions.PERFECT.withJitterMillis(1));
    source =
        sim.addNode(
            "source",
            host -> host.install(PROTOCOL, env -> new Source(env, settings, payloadBytes, window)));
    for (int i = 1; i < uplinksMbit.length; i++) {
      receivers.add(
          sim.addNode(
              "r" + i,
              host ->
                  host.install(PROTOCOL, env -> new Receiver(env, source.id(), settings, window))));
    }
    List<SimNode<?>> all = new ArrayList<>(receivers);
    all.addFirst(source);
    sim.connectAll(all);
    sim.runFor(Duration.ofSeconds(1));
    uplink(source, uplinksMbit[0]);
    for (int i = 1; i < uplinksMbit.length; i++) {
      uplink(receivers.get(i - 1), uplinksMbit[i]);
    }
  }

  /** One in which the receivers are no members yet. */
  static RelayLab empty(
      long seed, RelaySettings settings, int payloadBytes, double... uplinksMbit) {
    return new RelayLab(
        new Simulation(seed), seed, settings, payloadBytes, Long.MAX_VALUE, uplinksMbit);
  }

  /** A receiver becomes a member. */
  void come(NodeId receiver) {
    source.app().distributor().add(receiver);
  }

  Simulation sim() {
    return sim;
  }

  Source source() {
    return source.app();
  }

  SimNode<Source> sourceNode() {
    return source;
  }

  SimNode<Receiver> node(int receiver) {
    return receivers.get(receiver);
  }

  Receiver receiver(int receiver) {
    return receivers.get(receiver).app();
  }

  List<SimNode<Receiver>> receivers() {
    return receivers;
  }

  void uplink(SimNode<?> node, double mbit) {
    sim.network().uplink(node, bytesPerSecond(mbit));
  }

  /** Lets the source and the receivers send no more than this. */
  RelayLab withCaps(double... mbit) {
    source.app().uplink().cap((double) bytesPerSecond(mbit[0]));
    for (int i = 1; i < mbit.length; i++) {
      receivers.get(i - 1).app().uplink().cap((double) bytesPerSecond(mbit[i]));
    }
    return this;
  }

  /** The greatest rate that the uplinks allow, in bytes per second. */
  double bound() {
    return bound(uplinksMbit);
  }

  /** The greatest rate that such uplinks would allow, in bytes per second. */
  double bound(double... mbit) {
    Capacities.Builder<Integer> builder =
        Capacities.from(0).node(0, mbit[0] * 1e6 / 8, Double.POSITIVE_INFINITY);
    for (int i = 1; i < mbit.length; i++) {
      builder.node(i, mbit[i] * 1e6 / 8, Double.POSITIVE_INFINITY);
    }
    return new RelayPlanner<Integer>().plan(builder.build())
            instanceof PlanOutcome.Plan<Integer> plan
        ? plan.bound()
        : Double.NaN;
  }

  /** Sends a file to all who run; returns how long the slowest of them took. */
  Duration sendFile(long chunks, Duration limit) {
    source.app().send(chunks);
    return sim.runUntil(
        "all have the file",
        limit,
        () ->
            receivers.stream()
                .filter(SimNode::isRunning)
                .allMatch(node -> node.app().member().isComplete()));
  }

  /** What a receiver got of payload in a second on the average while a file was sent. */
  double goodput(long chunks, Duration took) {
    return chunks * payloadBytes / (took.toNanos() / 1e9);
  }

  /** Makes a live stream of this rate for so long. */
  void stream(double mbit, Duration duration) {
    long interval = (long) (payloadBytes * 8e9 / (mbit * 1e6));
    long chunks = duration.toNanos() / interval;
    for (long i = 0; i < chunks; i++) {
      sim.after(Duration.ofNanos(i * interval), () -> source.app().live(Long.MAX_VALUE / 2));
    }
    sim.runFor(duration);
  }

  static double[] equal(int receivers, double mbit) {
    double[] all = new double[receivers + 1];
    Arrays.fill(all, mbit);
    return all;
  }

  private static long bytesPerSecond(double mbit) {
    return (long) (mbit * 1e6 / 8);
  }
}
