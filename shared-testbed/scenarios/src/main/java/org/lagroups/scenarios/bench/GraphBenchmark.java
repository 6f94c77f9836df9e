package org.lagroups.scenarios.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.graph.DisjointPaths;
import org.lagroups.core.graph.MaxFlows;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.graph.GraphSample;
import org.lagroups.scenarios.bench.graph.GraphSample.Pair;
import org.lagroups.scenarios.bench.graph.JGraphTFlows;
import org.lagroups.scenarios.bench.graph.RealGraphs;
import org.lagroups.scenarios.bench.graph.Stopwatch;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * Graph questions, on groups and on real webs of trust, beside JGraphT's best algorithm on the same
 * pairs. Times are means over all pairs, and of these the median of several rounds in which both
 * take turns, after both have run for equally long unmeasured. Every pair's answers are compared.
 */
final class GraphBenchmark implements Benchmark {

  private static final long SEED = 20;
  private static final int PAIRS = 50;
  private static final int TRIAL_PAIRS = 8;
  private static final int LARGE = 1_000;
  private static final double BOUND_TIMES_FASTER = 20;
  private static final double BOUND_GROUP_MILLIS = 2;
  private static final double NANOS_PER_MICRO = 1e3;
  private static final double NANOS_PER_MILLI = 1e6;

  private final @Nullable Path realGraphs;

  /**
   * Not begun yet.
   *
   * @param realGraphs the folder of real graphs; null for the one beside the project
   */
  GraphBenchmark(@Nullable Path realGraphs) {
    this.realGraphs = realGraphs;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) {
    if (realGraphs != null && !Files.isDirectory(realGraphs)) {
      throw new CommandFailedException(
          "there is no folder " + realGraphs, "name one of CSV files by --graphs");
    }
    List<GraphSample> large = new ArrayList<>();
    for (int edges : new int[] {5_000, 20_000, 90_000}) {
      large.add(GraphSample.scaleFree(edges, PAIRS, SEED));
    }
    large.addAll(RealGraphs.load(realGraphs, PAIRS, SEED, progress));
    List<Measurement> measured = new ArrayList<>();
    progress.accept("loading files");
    measured.addAll(GraphLoading.measure());
    progress.accept("a group's graph anew");
    measured.add(GroupChange.measure());
    List<GraphSample> groups =
        List.of(
            GraphSample.group(20, 0.5, SEED),
            GraphSample.group(20, 0.9, SEED),
            GraphSample.group(64, 0.5, SEED),
            GraphSample.group(64, 0.9, SEED));
    for (GraphSample sample : groups) {
      progress.accept(sample.name());
      measured.addAll(paths(sample));
    }
    for (GraphSample sample : large) {
      progress.accept(sample.name());
      measured.addAll(paths(sample));
    }
    measured.add(allOrderedPairs(groups.get(0)));
    measured.add(allOrderedPairs(groups.get(1)));
    progress.accept("maximum flows");
    measured.add(flows(groups.get(2)));
    measured.add(flows(large.getLast()));
    progress.accept("short disjoint paths");
    measured.addAll(ShortPaths.measure(SEED));
    return measured;
  }

  private static List<Measurement> paths(GraphSample sample) {
    DisjointPaths<String> ours = new DisjointPaths<>(sample.graph());
    ToDoubleFunction<Pair> count = pair -> ours.count(pair.from(), pair.to());
    Measurement counted =
        bounded(
            duel(
                "disjoint paths, " + sample.name(),
                sample,
                count,
                JGraphTFlows.ofDisjointPaths(sample.graph())));
    ToDoubleFunction<Pair> list = pair -> ours.list(pair.from(), pair.to()).size();
    compare(sample, list, count);
    double listed = stopwatch(sample).nanos(all(sample, list))[0];
    return List.of(
        counted,
        Measurement.alone(
            "  named, not only counted", "us", listed / sample.pairs().size() / NANOS_PER_MICRO));
  }

  private static Measurement flows(GraphSample sample) {
    MaxFlows<String> ours = new MaxFlows<>(sample.graph());
    return duel(
        "maximum flow, " + sample.name(),
        sample,
        pair -> ours.value(pair.from(), pair.to()),
        JGraphTFlows.ofCapacities(sample.graph()));
  }

  private static Measurement duel(
      String name, GraphSample sample, ToDoubleFunction<Pair> ours, List<JGraphTFlows> candidates) {
    JGraphTFlows peer =
        JGraphTFlows.fastest(
            candidates, isLarge(sample) ? sample.first(TRIAL_PAIRS).pairs() : sample.pairs());
    compare(sample, ours, peer::value);
    double[] nanos = stopwatch(sample).nanos(all(sample, ours), all(sample, peer::value));
    double scale = sample.pairs().size() * NANOS_PER_MICRO;
    Map<String, Double> peers = new LinkedHashMap<>();
    peers.put(peer.name(), nanos[1] / scale);
    return new Measurement(name, "us", nanos[0] / scale, peers, OptionalDouble.empty());
  }

  /** Held to be so many times as fast as the peer. */
  private static Measurement bounded(Measurement duel) {
    double peer = duel.peers().values().iterator().next();
    return new Measurement(
        duel.name(),
        duel.unit(),
        duel.ours(),
        duel.peers(),
        OptionalDouble.of(peer / BOUND_TIMES_FASTER));
  }

  private static Measurement allOrderedPairs(GraphSample sample) {
    DisjointPaths<String> ours = new DisjointPaths<>(sample.graph());
    double nanos =
        stopwatch(sample).nanos(all(sample, pair -> ours.count(pair.from(), pair.to())))[0];
    return Measurement.against(
        "all %d pairs, %s".formatted(sample.pairs().size(), sample.name()),
        "ms",
        nanos / NANOS_PER_MILLI,
        BOUND_GROUP_MILLIS);
  }

  private static Stopwatch.Work all(GraphSample sample, ToDoubleFunction<Pair> question) {
    return () -> {
      long sum = 0;
      for (Pair pair : sample.pairs()) {
        sum += (long) question.applyAsDouble(pair);
      }
      return sum;
    };
  }

  /** Ends the benchmark if two disagree: then nothing it measures would mean anything. */
  private static void compare(
      GraphSample sample, ToDoubleFunction<Pair> ours, ToDoubleFunction<Pair> peer) {
    for (Pair pair : sample.pairs()) {
      double one = ours.applyAsDouble(pair);
      double other = peer.applyAsDouble(pair);
      if (Math.abs(one - other) > 1e-6) {
        throw new CommandFailedException(
            "%s, from %s to %s: %s by us, but %s by the other"
                .formatted(sample.name(), pair.from(), pair.to(), one, other),
            "this is a fault in one of the two");
      }
    }
  }

  private static Stopwatch stopwatch(GraphSample sample) {
    return isLarge(sample) ? Stopwatch.LONG : Stopwatch.SHORT;
  }

  private static boolean isLarge(GraphSample sample) {
    return sample.graph().vertexCount() > LARGE;
  }
}
