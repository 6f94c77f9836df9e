package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.bench.group.trial.CrashFigures;
import org.lagroups.scenarios.bench.group.trial.GroupTrial;
import org.lagroups.scenarios.bench.group.trial.IdleFigures;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.report.Median;

/**
 * Groups of 20 of each library whose network is in order: {@link GroupPart#IDLE} and {@link
 * GroupPart#CRASH}, on the same groups.
 */
final class CalmComparison {

  /** Of the faster peer's time until all know of a crash. */
  private static final double CRASH_BOUND = 0.5;

  private final Pace pace;
  private final Path folder;
  private final Set<GroupPart> parts;
  private final int idleSeconds;
  private final int crashes;

  /**
   * Not begun yet.
   *
   * @param pace how fast all look for dead members
   * @param folder for the members' files
   * @param parts what to measure
   * @param idleSeconds how long to watch the idle groups
   * @param crashes how many members to kill, one after another; a newcomer takes the place of each
   */
  CalmComparison(Pace pace, Path folder, Set<GroupPart> parts, int idleSeconds, int crashes) {
    this.pace = pace;
    this.folder = folder;
    this.parts = parts;
    this.idleSeconds = idleSeconds;
    this.crashes = crashes;
  }

  List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    Failures failures = new Failures(progress);
    List<Measurement> measured = new ArrayList<>();
    try (SideBySide<Library, GroupTrial> groups =
        new SideBySide<>((library, why) -> failures.add("group of " + library.title(), why))) {
      groups.form(makers(progress));
      GroupTrial.settle();
      if (!groups.all(GroupTrial::isApart).containsValue(false)) {
        progress.accept("each group is in a network namespace of its own");
      } else {
        progress.accept(
            "no network namespace can be made here (needs `ip netns` and its rights): bytes are"
                + " those of the machine's whole loopback interface");
      }
      List<Measurement> idle =
          parts.contains(GroupPart.IDLE)
              ? idleRows(groups.all(group -> group.idle(idleSeconds)))
              : List.of();
      measured.addAll(parts.contains(GroupPart.CRASH) ? crashRows(crash(groups)) : List.of());
      measured.addAll(idle);
    }
    measured.addAll(failures.rows());
    return measured;
  }

  private Map<Library, Callable<GroupTrial>> makers(Consumer<String> progress) {
    Map<Library, Callable<GroupTrial>> makers = new TreeMap<>();
    for (Library library : Library.values()) {
      progress.accept(library.title() + ": " + pace.describe(library));
      Path files = folder.resolve(library.name());
      makers.put(library, () -> GroupTrial.form(library, pace, files, progress));
    }
    return makers;
  }

  /** In rounds, so that no process starts anywhere while a detection is timed. */
  private Map<Library, CrashFigures> crash(SideBySide<Library, GroupTrial> groups)
      throws InterruptedException {
    Map<Library, List<Double>> crashMillis = new TreeMap<>();
    for (int i = 0; i < crashes; i++) {
      groups
          .all(GroupTrial::crash)
          .forEach((library, millis) ->
              crashMillis.computeIfAbsent(library, key -> new ArrayList<>()).add(millis));
      groups.all(group -> {
        group.refill();
        return true;
      });
      GroupTrial.settle();
    }
    Map<Library, Long> flaps = groups.all(GroupTrial::flapsWhilePaused);
    Map<Library, CrashFigures> figures = new TreeMap<>();
    groups
        .all(GroupTrial::silence)
        .forEach((library, millis) ->
            figures.put(
                library,
                new CrashFigures(
                    crashMillis.getOrDefault(library, List.of()),
                    millis,
                    flaps.getOrDefault(library, 0L))));
    return figures;
  }

  private static List<Measurement> idleRows(Map<Library, IdleFigures> figures) {
    Comparison<IdleFigures> compared = new Comparison<>(figures);
    if (!compared.hasOurs()) {
      return List.of();
    }
    return List.of(
        compared.rowAgainstPeers(
            "idle, IP packets and all, sent per node", "B/s", IdleFigures::bytesPerSecond, 1),
        compared.row("flaps while idle", "", IdleFigures::flaps));
  }

  private static List<Measurement> crashRows(Map<Library, CrashFigures> figures) {
    Comparison<CrashFigures> compared = new Comparison<>(figures);
    if (!compared.hasOurs()) {
      return List.of();
    }
    return List.of(
        compared.rowAgainstPeers(
            "crash known to all of 20", "ms", CalmComparison::crashMillis, CRASH_BOUND),
        compared.row("silence known to all of 20", "ms", CrashFigures::silenceMillis),
        compared.row("flaps while one stood still", "", CrashFigures::flaps));
  }

  private static double crashMillis(CrashFigures figures) {
    return Median.of(figures.crashMillis().stream().mapToDouble(value -> value).toArray());
  }
}
