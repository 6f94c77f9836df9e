package org.lagroups.scenarios.bench.group.size;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToLongFunction;
import org.lagroups.core.group.spread.GroupStatistics;
import org.lagroups.machine.GroupId;
import org.lagroups.node.transport.TransportCounters;
import org.lagroups.scenarios.bench.report.Median;
import org.lagroups.scenarios.cluster.LocalCluster;
import org.lagroups.scenarios.cluster.LocalNode;

/** A group of real nodes on loopback in this process, in which all have come to attest to all. */
final class SizedGroup implements AutoCloseable {

  private static final long LONGEST_FORMING_MILLIS = 180_000;

  /** How often an attestation is withdrawn and given again. */
  private static final int CHANGES = 5;

  private final LocalCluster cluster;
  private final GroupId group;
  private final double fullMillis;
  private final double cliqueMillis;

  private SizedGroup(LocalCluster cluster, int nodes, long validityMillis)
      throws InterruptedException {
    this.cluster = cluster;
    this.group = cluster.formGroup(nodes - 1, validityMillis);
    String link = cluster.nodes().getFirst().invite(group);
    LocalNode last = cluster.add();
    long started = System.nanoTime();
    last.join(link);
    require(
        LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isViewFull(group)),
        "the views never became full");
    this.fullMillis = (System.nanoTime() - started) / 1e6;
    require(
        LocalCluster.await(LONGEST_FORMING_MILLIS, () -> cluster.isClique(group)),
        "the nodes never all attested to each other");
    this.cliqueMillis = (System.nanoTime() - started) / 1e6;
  }

  /** What has been counted so far. */
  record Counts(long nanos, List<TransportCounters> transport, List<GroupStatistics> group) {}

  /** The medians of times until a change is in all views, in milliseconds. */
  record Changes(double withdrawnMillis, double attestedMillis) {}

  static SizedGroup form(Path folder, int nodes, long validityMillis) throws InterruptedException {
    LocalCluster cluster = new LocalCluster(folder);
    try {
      return new SizedGroup(cluster, nodes, validityMillis);
    } catch (RuntimeException | InterruptedException e) {
      cluster.close();
      throw e;
    }
  }

  /** From the start of the last node until every view was full. */
  double fullMillis() {
    return fullMillis;
  }

  /** From the start of the last node until all knew that all attest to all. */
  double cliqueMillis() {
    return cliqueMillis;
  }

  /** Withdraws attestations of different nodes, and gives them again. */
  Changes change() throws InterruptedException {
    ChangeSpread spread = new ChangeSpread(cluster, group);
    List<LocalNode> nodes = cluster.nodes();
    double[] withdrawn = new double[CHANGES];
    double[] attested = new double[CHANGES];
    for (int i = 0; i < CHANGES; i++) {
      LocalNode attester = nodes.get(i % nodes.size());
      LocalNode attestee = nodes.get((i + 1) % nodes.size());
      withdrawn[i] = spread.withdraw(attester, attestee);
      attested[i] = spread.attest(attester, attestee);
    }
    return new Changes(Median.of(withdrawn), Median.of(attested));
  }

  Counts counts() {
    return new Counts(
        System.nanoTime(),
        cluster.nodes().stream().map(LocalNode::counters).toList(),
        cluster.nodes().stream().map(LocalNode::statistics).toList());
  }

  /** What it has done since then. */
  SizeFigures since(Counts before) {
    Counts now = counts();
    require(cluster.isClique(group), "attestations were lost while nothing happened");
    double seconds = (now.nanos() - before.nanos()) / 1e9;
    return new SizeFigures(
        rates(before.transport(), now.transport(), seconds, TransportCounters::wireBytesOut),
        rates(before.transport(), now.transport(), seconds, TransportCounters::wireBytesIn),
        mean(rates(before.group(), now.group(), seconds, GroupStatistics::signatureChecks)),
        mean(rates(before.group(), now.group(), seconds, GroupStatistics::checksSaved)));
  }

  @Override
  public void close() {
    cluster.close();
  }

  private static <T> List<Double> rates(
      List<T> before, List<T> now, double seconds, ToLongFunction<T> count) {
    List<Double> rates = new ArrayList<>();
    for (int i = 0; i < before.size(); i++) {
      rates.add((count.applyAsLong(now.get(i)) - count.applyAsLong(before.get(i))) / seconds);
    }
    return rates;
  }

  private static double mean(List<Double> values) {
    return values.stream().mapToDouble(value -> value).average().orElseThrow();
  }

  private static void require(boolean condition, String otherwise) {
    if (!condition) {
      throw new IllegalStateException(otherwise);
    }
  }
}
