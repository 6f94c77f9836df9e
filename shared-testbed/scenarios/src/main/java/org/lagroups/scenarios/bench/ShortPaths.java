package org.lagroups.scenarios.bench;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.lagroups.core.graph.ShortDisjointPaths;
import org.lagroups.scenarios.bench.graph.GraphSample;
import org.lagroups.scenarios.bench.graph.GraphSample.Pair;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * Vertex-disjoint paths of a bounded length in groups of 64, which are hard to count: the mean and
 * the worst time of a pair, and how many of the answers are exact.
 */
final class ShortPaths {

  private static final int NODES = 64;
  private static final int PAIRS = 200;
  private static final int WARM_UP_PAIRS = 100;

  private ShortPaths() {}

  static List<Measurement> measure(long seed) {
    List<Measurement> measured = new ArrayList<>();
    for (double density : new double[] {0.1, 0.3, 0.9}) {
      for (int length : new int[] {3, 4, 6}) {
        measured.addAll(measure(GraphSample.group(NODES, density, seed), length, seed));
      }
    }
    return measured;
  }

  private static List<Measurement> measure(GraphSample sample, int length, long seed) {
    ShortDisjointPaths<String> paths = new ShortDisjointPaths<>(sample.graph());
    List<Pair> pairs = new ArrayList<>(sample.pairs());
    Collections.shuffle(pairs, new Random(seed));
    for (Pair pair : pairs.subList(PAIRS, PAIRS + WARM_UP_PAIRS)) {
      paths.find(pair.from(), pair.to(), length);
    }
    double total = 0;
    double worst = 0;
    int exact = 0;
    for (Pair pair : pairs.subList(0, PAIRS)) {
      long started = System.nanoTime();
      boolean isExact = paths.find(pair.from(), pair.to(), length).isExact();
      double millis = (System.nanoTime() - started) / 1e6;
      total += millis;
      worst = Math.max(worst, millis);
      exact += isExact ? 1 : 0;
    }
    String name = "paths of at most %d, %s".formatted(length, sample.name());
    return List.of(
        Measurement.alone(name, "ms", total / PAIRS),
        Measurement.alone("  the worst", "ms", worst),
        Measurement.alone("  exact", "%", 100.0 * exact / PAIRS));
  }
}
