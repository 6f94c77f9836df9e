package org.lagroups.scenarios.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.ToLongFunction;
import org.lagroups.machine.GroupId;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/**
 * What a group costs: how fast 20 real nodes on loopback come to the full view, and what they send
 * and receive while nothing happens, heartbeats and the sessions' own traffic included. Bytes are
 * those of UDP payload, as counted at the nodes' sockets.
 */
final class GroupBenchmark implements Benchmark {

  private static final int NODES = 20;
  private static final long VALIDITY_MILLIS = 60_000;
  private static final long LONGEST_FORMING_MILLIS = 120_000;
  private static final long SETTLING_MILLIS = 10_000;
  private static final double CONVERGENCE_BOUND_MILLIS = 2_000;

  /** In bytes a second. */
  private static final double IDLE_BOUND = 2_048;

  private final Path folder;
  private final int seconds;

  GroupBenchmark(Path folder, int seconds) {
    this.folder = folder;
    this.seconds = seconds;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    try (LocalCluster cluster = new LocalCluster(folder)) {
      progress.accept("starting a group of %d nodes with T_a = 60 s".formatted(NODES));
      GroupId group = cluster.formGroup(NODES - 1, VALIDITY_MILLIS);
      String link = cluster.nodes().getFirst().invite(group);
      LocalNode last = cluster.add();
      long started = System.nanoTime();
      last.join(link);
      require(
          LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isViewFull(group)),
          "the views never became full");
      double fullMillis = millisSince(started);
      require(
          LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isClique(group)),
          "the nodes never all attested to each other");
      double cliqueMillis = millisSince(started);
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      progress.accept("watching the idle group for %d s".formatted(seconds));
      List<TransportCounters> before = counters(cluster);
      long from = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      List<TransportCounters> after = counters(cluster);
      double elapsed = (System.nanoTime() - from) / 1e9;
      require(cluster.isClique(group), "attestations were lost while nothing happened");
      List<Measurement> measured = new ArrayList<>();
      measured.add(
          Measurement.against(
              "20 nodes: last start to full views", "ms", fullMillis, CONVERGENCE_BOUND_MILLIS));
      measured.add(
          Measurement.alone("20 nodes: last start to all attestations", "ms", cliqueMillis));
      measured.addAll(idle("sent", TransportCounters::wireBytesOut, before, after, elapsed));
      measured.addAll(idle("received", TransportCounters::wireBytesIn, before, after, elapsed));
      return measured;
    }
  }

  /** The middle of all nodes, and the worst of them. */
  private static List<Measurement> idle(
      String direction,
      ToLongFunction<TransportCounters> bytes,
      List<TransportCounters> before,
      List<TransportCounters> after,
      double seconds) {
    double[] rates = new double[before.size()];
    for (int i = 0; i < rates.length; i++) {
      rates[i] = (bytes.applyAsLong(after.get(i)) - bytes.applyAsLong(before.get(i))) / seconds;
    }
    String name = "20 idle nodes, T_a 60 s: " + direction;
    double most = Arrays.stream(rates).max().orElseThrow();
    return List.of(
        Measurement.against(name + " per node", "B/s", Median.of(rates), IDLE_BOUND),
        Measurement.against(name + " by the worst", "B/s", most, IDLE_BOUND));
  }

  private static List<TransportCounters> counters(LocalCluster cluster) {
    return cluster.nodes().stream().map(LocalNode::counters).toList();
  }

  private static double millisSince(long nanos) {
    return (System.nanoTime() - nanos) / 1e6;
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
