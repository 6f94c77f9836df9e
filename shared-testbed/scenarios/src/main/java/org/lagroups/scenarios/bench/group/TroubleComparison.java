package org.lagroups.scenarios.bench.group;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.group.host.Library;
import org.lagroups.scenarios.bench.group.host.Pace;
import org.lagroups.scenarios.bench.group.trial.GroupTrial;
import org.lagroups.scenarios.bench.group.trial.TroubleFigures;
import org.lagroups.scenarios.bench.group.trial.TroubleTrial;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;

/**
 * Groups of each library in which the packets of one member get lost, in one way or another: all of
 * them at the same time, each in a network of its own.
 */
final class TroubleComparison {

  private static final Pace PACE = Pace.USUAL;

  /** Of members that have no trouble: there must be none. */
  private static final double FLAPS_BOUND = 1;

  private final Path folder;
  private final List<GroupPart> parts;
  private final int members;
  private final int times;

  /**
   * Not begun yet.
   *
   * @param folder for the members' files
   * @param parts of which those are played that are about packets
   * @param members of each group
   * @param times how often a trouble that passes comes; one that lasts takes as long as these
   */
  TroubleComparison(Path folder, Set<GroupPart> parts, int members, int times) {
    this.folder = folder;
    this.parts = parts.stream().filter(part -> part.trouble().isPresent()).sorted().toList();
    this.members = members;
    this.times = times;
  }

  /** One of the groups. */
  private record Key(GroupPart part, Library library) implements Comparable<Key> {

    String title() {
      return "%s: group of %s".formatted(part, library.title());
    }

    @Override
    public int compareTo(Key other) {
      return Comparator.comparing(Key::part).thenComparing(Key::library).compare(this, other);
    }
  }

  List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    for (Library library : Library.values()) {
      progress.accept(library.title() + ": " + PACE.describe(library));
    }
    Failures failures = new Failures(progress);
    try (SideBySide<Key, TroubleTrial> groups =
        new SideBySide<>((key, why) -> failures.add(key.title(), why))) {
      for (GroupPart part : parts) {
        progress.accept("%s: forming a group of %d of each library".formatted(part, members));
        groups.form(makers(part));
      }
      GroupTrial.settle();
      progress.accept("packets of one member of each group get lost");
      List<Measurement> measured = rows(groups.all(group -> group.suffer(times)));
      measured.addAll(failures.rows());
      return measured;
    }
  }

  private Map<Key, Callable<TroubleTrial>> makers(GroupPart part) {
    Map<Key, Callable<TroubleTrial>> makers = new TreeMap<>();
    for (Library library : Library.values()) {
      makers.put(
          new Key(part, library),
          () -> TroubleTrial.form(part.trouble().orElseThrow(), library, PACE, members, folder));
    }
    return makers;
  }

  private List<Measurement> rows(Map<Key, TroubleFigures> figures) {
    List<Measurement> rows = new ArrayList<>();
    for (GroupPart part : parts) {
      Map<Library, TroubleFigures> ofPart = new EnumMap<>(Library.class);
      figures.forEach((key, value) -> {
        if (key.part() == part) {
          ofPart.put(key.library(), value);
        }
      });
      rows.addAll(rows(part + ": ", new Comparison<>(ofPart)));
    }
    return rows;
  }

  private static List<Measurement> rows(String name, Comparison<TroubleFigures> compared) {
    if (!compared.hasOurs()) {
      return List.of();
    }
    return List.of(
        compared.row(name + "flaps of healthy members", "", TroubleFigures::flaps, FLAPS_BOUND),
        Measurement.alone(
            name + "attestations lost among them", "", compared.ours(TroubleFigures::withdrawals)),
        compared.row(
            name + "the troubled one dropped", "per member", TroubleFigures::dropsOfTroubled),
        compared.row(name + "it is seen in the end", "by members", TroubleFigures::seeing),
        compared.row(name + "it drops others", "", TroubleFigures::dropsByTroubled),
        compared.row(name + "sent per node", "B/s", TroubleFigures::bytesPerSecond));
  }
}
