package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/** What a group of ours costs by its size, and what is promised of one of 20. */
final class GroupSizes {

  private static final long VALIDITY_MILLIS = 60_000;
  private static final int PROMISED_NODES = 20;
  private static final double CONVERGENCE_BOUND_MILLIS = 2_000;

  /** In bytes a second. */
  private static final double IDLE_BOUND = 2_048;

  private static final int[] SIZES = {5, 10, 20, 40, 64};
  private static final int[] QUICK_SIZES = {5, 10, 20};

  private final Path folder;
  private final int seconds;
  private final boolean quick;

  GroupSizes(Path folder, int seconds, boolean quick) {
    this.folder = folder;
    this.seconds = seconds;
    this.quick = quick;
  }

  List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    List<Measurement> measured = new ArrayList<>();
    for (int size : quick ? QUICK_SIZES : SIZES) {
      boolean promised = size == PROMISED_NODES;
      int watched = promised ? seconds : Math.max(20, seconds / 2);
      progress.accept("%d nodes of ours, T_a 60 s: idle for %d s".formatted(size, watched));
      IdleGroup group =
          IdleGroup.watch(folder.resolve("of-" + size), size, VALIDITY_MILLIS, watched);
      measured.addAll(promised ? promised(group) : List.of());
      String name = size + " idle nodes, T_a 60 s: ";
      if (!promised) {
        measured.add(
            Measurement.alone(name + "sent per node", "B/s", median(group.sentPerSecond())));
        measured.add(
            Measurement.alone(name + "last start to full views", "ms", group.fullMillis()));
      }
      measured.add(Measurement.alone(name + "signatures checked", "1/s", group.checksPerSecond()));
      measured.add(Measurement.alone(name + "checks saved", "1/s", group.savedPerSecond()));
    }
    return measured;
  }

  /** What is promised of 20 nodes, each beside its bound. */
  private static List<Measurement> promised(IdleGroup group) {
    String name = PROMISED_NODES + " idle nodes, T_a 60 s: ";
    return List.of(
        Measurement.against(
            "20 nodes: last start to full views",
            "ms",
            group.fullMillis(),
            CONVERGENCE_BOUND_MILLIS),
        Measurement.alone("20 nodes: last start to all attestations", "ms", group.cliqueMillis()),
        Measurement.against(
            name + "sent per node", "B/s", median(group.sentPerSecond()), IDLE_BOUND),
        Measurement.against(
            name + "sent by the worst", "B/s", most(group.sentPerSecond()), IDLE_BOUND),
        Measurement.against(
            name + "received by the worst", "B/s", most(group.receivedPerSecond()), IDLE_BOUND));
  }

  private static double median(List<Double> values) {
    return Median.of(values.stream().mapToDouble(value -> value).toArray());
  }

  private static double most(List<Double> rates) {
    return Collections.max(rates);
  }
}
