package org.lagroups.scenarios.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;
import org.lagroups.scenarios.bench.group.GroupTrial;
import org.lagroups.scenarios.bench.group.IdleGroup;
import org.lagroups.scenarios.bench.group.NetworkSpace;
import org.lagroups.scenarios.bench.group.TrialFigures;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;

/**
 * What a group costs and how fast it sees a crash, beside two published libraries; and what ours
 * costs by its size.
 */
final class GroupBenchmark implements Benchmark {

  private static final long VALIDITY_MILLIS = 60_000;
  private static final int PROMISED_NODES = 20;
  private static final double CONVERGENCE_BOUND_MILLIS = 2_000;

  /** In bytes a second. */
  private static final double IDLE_BOUND = 2_048;

  /** Of the faster peer's time until all know of a crash. */
  private static final double CRASH_BOUND = 0.5;

  private static final int CRASHES = 3;
  private static final int[] SIZES = {5, 10, 20, 40, 64};
  private static final int[] QUICK_SIZES = {5, 10, 20};
  private static final int QUICK_SECONDS = 30;

  private final Path folder;
  private final int seconds;
  private final boolean quick;

  /**
   * Not begun yet.
   *
   * @param folder for the nodes' files
   * @param seconds how long to watch each idle group of 20; others for half of it
   * @param quick whether small sizes, one crash and short watches will do
   */
  GroupBenchmark(Path folder, int seconds, boolean quick) {
    this.folder = folder;
    this.seconds = quick ? Math.min(seconds, QUICK_SECONDS) : seconds;
    this.quick = quick;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    List<Measurement> measured = new ArrayList<>(besidePeers(progress));
    measured.addAll(bySize(progress));
    return measured;
  }

  private List<Measurement> besidePeers(Consumer<String> progress) throws InterruptedException {
    Pace pace = Pace.EQUAL;
    Map<Library, TrialFigures> figures = new EnumMap<>(Library.class);
    for (Library library : Library.values()) {
      progress.accept(library.title() + ": " + pace.describe(library));
    }
    for (Library library : Library.values()) {
      figures.put(library, trial(library, pace, progress));
    }
    return compare(figures);
  }

  private TrialFigures trial(Library library, Pace pace, Consumer<String> progress)
      throws InterruptedException {
    Optional<NetworkSpace> space = NetworkSpace.make(library.name().toLowerCase(Locale.ROOT));
    try {
      if (space.isEmpty()) {
        progress.accept(
            "no network namespace can be made here (needs `ip netns` and its rights): bytes are"
                + " those of the machine's whole loopback interface");
      }
      return new GroupTrial(library, pace, space, folder.resolve(library.name()), progress)
          .run(seconds, quick ? 1 : CRASHES);
    } finally {
      space.ifPresent(NetworkSpace::close);
    }
  }

  private static List<Measurement> compare(Map<Library, TrialFigures> figures) {
    double fasterPeer = least(figures, GroupBenchmark::crashMillis);
    double leanerPeer = least(figures, TrialFigures::idleBytesPerSecond);
    return List.of(
        row(
            "crash known to all of 20",
            "ms",
            figures,
            GroupBenchmark::crashMillis,
            OptionalDouble.of(CRASH_BOUND * fasterPeer)),
        row(
            "silence known to all of 20",
            "ms",
            figures,
            TrialFigures::silenceMillis,
            OptionalDouble.empty()),
        row(
            "idle, IP packets and all, sent per node",
            "B/s",
            figures,
            TrialFigures::idleBytesPerSecond,
            OptionalDouble.of(leanerPeer)),
        row(
            "flaps while one stood still",
            "",
            figures,
            TrialFigures::flaps,
            OptionalDouble.empty()),
        row("flaps while idle", "", figures, TrialFigures::idleFlaps, OptionalDouble.empty()));
  }

  private static double least(
      Map<Library, TrialFigures> figures, ToDoubleFunction<TrialFigures> figure) {
    return figures.entrySet().stream()
        .filter(entry -> entry.getKey() != Library.LAGROUPS)
        .mapToDouble(entry -> figure.applyAsDouble(entry.getValue()))
        .min()
        .orElseThrow();
  }

  private static Measurement row(
      String name,
      String unit,
      Map<Library, TrialFigures> figures,
      ToDoubleFunction<TrialFigures> figure,
      OptionalDouble bound) {
    Map<String, Double> peers = new LinkedHashMap<>();
    double ours = 0;
    for (Map.Entry<Library, TrialFigures> entry : figures.entrySet()) {
      double value = figure.applyAsDouble(entry.getValue());
      if (entry.getKey() == Library.LAGROUPS) {
        ours = value;
      } else {
        peers.put(entry.getKey().title(), Math.rint(value * 10) / 10);
      }
    }
    return new Measurement(name, unit, ours, peers, bound);
  }

  private List<Measurement> bySize(Consumer<String> progress) throws InterruptedException {
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

  private static double crashMillis(TrialFigures figures) {
    return median(figures.crashMillis());
  }

  private static double median(List<Double> values) {
    return Median.of(values.stream().mapToDouble(value -> value).toArray());
  }

  private static double most(List<Double> rates) {
    return Collections.max(rates);
  }
}
