package org.lagroups.scenarios.bench.plan;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanCheck;
import org.lagroups.multicast.plan.PlanOutcome.Plan;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * Plans of groups beside the best single tree, the star and the bound; and how long planning takes,
 * the first time and again after one capacity has changed, once the machine's code is compiled.
 * Each plan is checked against its capacities.
 */
public final class PlanBenchmark implements Benchmark {

  private static final long SEED = 20;
  private static final int SIZE = 20;
  private static final int LARGE = 32;
  private static final double BOUND_SHORT_PERCENT = 0.5;
  private static final double BOUND_FIRST_MILLIS = 100;
  private static final double BOUND_AGAIN_MILLIS = 20;
  private static final int WARM_UP = 20;
  private static final double NANOS_PER_MILLI = 1e6;

  private final int groups;
  private final @Nullable Path capacities;

  /** Of many groups: by how much plans fall short of the bound, their trees, and times. */
  private record Sample(
      List<Double> percentShort, List<Double> trees, List<Double> first, List<Double> again) {

    Sample() {
      this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    }
  }

  /**
   * Not begun yet.
   *
   * @param groups how many to draw of each kind
   * @param capacities the table of capacities between regions; null for the one beside the project
   */
  public PlanBenchmark(int groups, @Nullable Path capacities) {
    this.groups = groups;
    this.capacities = capacities;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) {
    CloudCapacities clouds = CloudCapacities.load(capacities, SEED, progress);
    List<Measurement> measured = new ArrayList<>();
    progress.accept("groups of %d, %s".formatted(SIZE, clouds.name()));
    for (int i = 0; i < groups; i++) {
      measured.add(beside(i + 1, clouds.group(SIZE, SEED + i)));
    }
    measured.addAll(
        times("%s, %d".formatted(clouds.name(), SIZE), progress, seed -> clouds.group(SIZE, seed)));
    measured.addAll(
        times(
            "%s, %d".formatted(clouds.name(), LARGE), progress, seed -> clouds.group(LARGE, seed)));
    measured.addAll(
        times(
            "uplinks, " + LARGE,
            progress,
            seed -> MadeUpGroups.uplinks(LARGE, Double.POSITIVE_INFINITY, seed)));
    measured.addAll(
        times("uplinks and links, " + SIZE, progress, seed -> MadeUpGroups.uplinks(SIZE, 2, seed)));
    measured.addAll(
        times(
            "uplinks and links, " + LARGE, progress, seed -> MadeUpGroups.uplinks(LARGE, 2, seed)));
    return measured;
  }

  private static Measurement beside(int number, Capacities<String> group) {
    Plan<String> plan = plan(new RelayPlanner<>(), group);
    Map<String, Double> peers = new LinkedHashMap<>();
    peers.put("bound", plan.bound());
    peers.put("best single tree", SingleTrees.widest(group));
    peers.put("star", SingleTrees.star(group));
    return new Measurement(
        "group %d, from %s".formatted(number, group.source()),
        "Mbit/s",
        plan.rate(),
        peers,
        OptionalDouble.empty());
  }

  private List<Measurement> times(
      String kind, Consumer<String> progress, LongFunction<Capacities<String>> draw) {
    progress.accept(kind);
    for (int i = 0; i < WARM_UP; i++) {
      measure(draw.apply(SEED - 1 - i), i, new Sample());
    }
    Sample sample = new Sample();
    for (int i = 0; i < groups; i++) {
      measure(draw.apply(SEED + i), i, sample);
    }
    return List.of(
        Measurement.against(
            kind + ": short of the bound, worst",
            "%",
            worst(sample.percentShort),
            BOUND_SHORT_PERCENT),
        Measurement.alone("  trees of a plan", "", median(sample.trees)),
        Measurement.alone("  the most", "", worst(sample.trees)),
        Measurement.against("  planned first", "ms", median(sample.first), BOUND_FIRST_MILLIS),
        Measurement.against("  the worst", "ms", worst(sample.first), BOUND_FIRST_MILLIS),
        Measurement.against(
            "  again, one capacity changed", "ms", median(sample.again), BOUND_AGAIN_MILLIS),
        Measurement.against("  the worst", "ms", worst(sample.again), BOUND_AGAIN_MILLIS));
  }

  private static void measure(Capacities<String> group, long seed, Sample sample) {
    RelayPlanner<String> planner = new RelayPlanner<>();
    sample.first.add(measure(planner, group, sample));
    sample.again.add(measure(planner, MadeUpGroups.changed(group, seed), sample));
  }

  private static double measure(
      RelayPlanner<String> planner, Capacities<String> group, Sample sample) {
    long started = System.nanoTime();
    Plan<String> plan = plan(planner, group);
    double millis = (System.nanoTime() - started) / NANOS_PER_MILLI;
    List<String> faults = PlanCheck.faults(group, plan.trees());
    if (!faults.isEmpty()) {
      throw new CommandFailedException(
          "a plan with faults: " + faults.getFirst(), "this is a fault of the planner");
    }
    sample.percentShort.add(100 * (1 - plan.rate() / plan.bound()));
    sample.trees.add((double) plan.trees().size());
    return millis;
  }

  private static Plan<String> plan(RelayPlanner<String> planner, Capacities<String> group) {
    if (planner.plan(group) instanceof Plan<String> plan) {
      return plan;
    }
    throw new CommandFailedException(
        "a group without a plan, from " + group.source(), "name another table of capacities");
  }

  private static double median(List<Double> values) {
    return Median.of(values.stream().mapToDouble(value -> value).toArray());
  }

  private static double worst(List<Double> values) {
    return values.stream().mapToDouble(value -> value).max().orElseThrow();
  }
}
