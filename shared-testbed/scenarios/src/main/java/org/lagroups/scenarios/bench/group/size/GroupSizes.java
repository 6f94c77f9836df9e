package org.lagroups.scenarios.bench.group.size;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.node.control.client.ControlException;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * What a group of ours costs by its size, and what is promised of one of 20. The groups are formed
 * and changed one after another, and then watched all at once.
 */
public final class GroupSizes {

  private static final long VALIDITY_MILLIS = 60_000;
  private static final int PROMISED_NODES = 20;
  private static final double CONVERGENCE_BOUND_MILLIS = 2_000;

  /** In bytes a second. */
  private static final double IDLE_BOUND = 2_048;

  private static final List<Integer> SIZES = List.of(5, 10, 20, 40, 64);
  private static final List<Integer> QUICK_SIZES = List.of(5, 10, 20);
  private static final long SETTLING_MILLIS = 5_000;

  private final Path folder;
  private final int seconds;
  private final boolean quick;

  /**
   * Not begun yet.
   *
   * @param folder for the nodes' files
   * @param seconds how long to watch them idle
   * @param quick whether small sizes will do
   */
  public GroupSizes(Path folder, int seconds, boolean quick) {
    this.folder = folder;
    this.seconds = seconds;
    this.quick = quick;
  }

  /** Measures. */
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    Failures failures = new Failures(progress);
    Map<Integer, SizedGroup> groups = new TreeMap<>();
    List<Measurement> measured = new ArrayList<>();
    try {
      for (int size : quick ? QUICK_SIZES : SIZES) {
        progress.accept("%d nodes of ours, T_a 60 s: forming and changing".formatted(size));
        try {
          SizedGroup group = SizedGroup.form(folder.resolve("of-" + size), size, VALIDITY_MILLIS);
          groups.put(size, group);
          measured.addAll(formed(size, group));
          measured.addAll(changed(size, group.change()));
        } catch (IllegalStateException | ControlException e) {
          failures.add(size + " nodes", String.valueOf(e.getMessage()));
        }
      }
      TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
      progress.accept("watching these groups idle for %d s".formatted(seconds));
      measured.addAll(watch(groups, failures));
      measured.addAll(failures.rows());
      return measured;
    } finally {
      groups.values().forEach(SizedGroup::close);
    }
  }

  private static List<Measurement> formed(int size, SizedGroup group) {
    String full = size + " nodes: last start to full views";
    return List.of(
        size == PROMISED_NODES
            ? Measurement.against(full, "ms", group.fullMillis(), CONVERGENCE_BOUND_MILLIS)
            : Measurement.alone(full, "ms", group.fullMillis()),
        Measurement.alone(
            size + " nodes: last start to all attestations", "ms", group.cliqueMillis()));
  }

  private static List<Measurement> changed(int size, SizedGroup.Changes changes) {
    return List.of(
        Measurement.alone(
            size + " nodes: withdrawal in every view", "ms", changes.withdrawnMillis()),
        Measurement.alone(
            size + " nodes: new attestation in every view", "ms", changes.attestedMillis()));
  }

  private List<Measurement> watch(Map<Integer, SizedGroup> groups, Failures failures)
      throws InterruptedException {
    Map<Integer, SizedGroup.Counts> before = new TreeMap<>();
    groups.forEach((size, group) -> before.put(size, group.counts()));
    TimeUnit.SECONDS.sleep(seconds);
    List<Measurement> measured = new ArrayList<>();
    before.forEach((size, counts) -> {
      SizedGroup group = groups.get(size);
      if (group != null) {
        try {
          measured.addAll(idle(size, group.since(counts)));
        } catch (IllegalStateException | ControlException e) {
          failures.add(size + " idle nodes", String.valueOf(e.getMessage()));
        }
      }
    });
    return measured;
  }

  private static List<Measurement> idle(int size, SizeFigures figures) {
    String name = size + " idle nodes, T_a 60 s: ";
    List<Measurement> measured = new ArrayList<>();
    double sent = Median.of(figures.sent().stream().mapToDouble(value -> value).toArray());
    if (size == PROMISED_NODES) {
      measured.add(Measurement.against(name + "sent per node", "B/s", sent, IDLE_BOUND));
      measured.add(
          Measurement.against(name + "sent by the worst", "B/s", most(figures.sent()), IDLE_BOUND));
      measured.add(
          Measurement.against(
              name + "received by the worst", "B/s", most(figures.received()), IDLE_BOUND));
    } else {
      measured.add(Measurement.alone(name + "sent per node", "B/s", sent));
    }
    measured.add(Measurement.alone(name + "signatures checked", "1/s", figures.checks()));
    measured.add(Measurement.alone(name + "checks saved", "1/s", figures.saved()));
    return measured;
  }

  private static double most(List<Double> rates) {
    return Collections.max(rates);
  }
}
