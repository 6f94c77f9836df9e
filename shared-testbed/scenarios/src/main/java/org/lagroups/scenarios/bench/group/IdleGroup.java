package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.ToLongFunction;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.machine.GroupId;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/**
 * A group of real nodes on loopback in this process: how fast it comes to the full view, and what
 * each node sends, receives and checks while nothing happens. Bytes are those of payload, as
 * counted at the nodes' sockets.
 *
 * @param fullMillis from the start of the last node until every view is full
 * @param cliqueMillis from then until all know that all attest to all
 * @param sentPerSecond bytes a second of each node
 * @param receivedPerSecond bytes a second of each node
 * @param checksPerSecond signatures checked, in the mean of all nodes
 * @param savedPerSecond checks that the authenticated links saved, in the mean of all nodes
 */
public record IdleGroup(
    double fullMillis,
    double cliqueMillis,
    List<Double> sentPerSecond,
    List<Double> receivedPerSecond,
    double checksPerSecond,
    double savedPerSecond) {

  private static final long LONGEST_FORMING_MILLIS = 180_000;
  private static final long SETTLING_MILLIS = 10_000;

  public IdleGroup {
    sentPerSecond = List.copyOf(sentPerSecond);
    receivedPerSecond = List.copyOf(receivedPerSecond);
  }

  private record Counts(TransportCounters transport, GroupStatistics group) {}

  /** Forms a group and watches it. */
  public static IdleGroup watch(Path folder, int nodes, long validityMillis, int seconds)
      throws InterruptedException {
    try (LocalCluster cluster = new LocalCluster(folder)) {
      GroupId group = cluster.formGroup(nodes - 1, validityMillis);
      String link = cluster.nodes().getFirst().invite(group);
      LocalNode last = cluster.add();
      long started = System.nanoTime();
      last.join(link);
      require(
          LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isViewFull(group)),
          "the views never became full");
      double fullMillis = (System.nanoTime() - started) / 1e6;
      require(
          LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isClique(group)),
          "the nodes never all attested to each other");
      double cliqueMillis = (System.nanoTime() - started) / 1e6;
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      List<Counts> before = counts(cluster);
      long from = System.nanoTime();
      TimeUnit.SECONDS.sleep(seconds);
      List<Counts> after = counts(cluster);
      double elapsed = (System.nanoTime() - from) / 1e9;
      require(cluster.isClique(group), "attestations were lost while nothing happened");
      return new IdleGroup(
          fullMillis,
          cliqueMillis,
          rates(before, after, elapsed, one -> one.transport().wireBytesOut()),
          rates(before, after, elapsed, one -> one.transport().wireBytesIn()),
          mean(rates(before, after, elapsed, one -> one.group().signatureChecks())),
          mean(rates(before, after, elapsed, one -> one.group().checksSaved())));
    }
  }

  private static List<Double> rates(
      List<Counts> before, List<Counts> after, double seconds, ToLongFunction<Counts> count) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      rates.add((count.applyAsLong(after.get(i)) - count.applyAsLong(before.get(i))) / seconds);
    }
    return rates;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static List<Counts> counts(LocalCluster cluster) {
    return cluster.nodes().stream()
        .map(node -> new Counts(node.counters(), node.statistics()))
        .toList();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
