package org.lagroups.scenarios.bench.guard.inline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.guard.GuardChild;

/**
 * A gateway with rules that are made up, and the kernel's bridge, each between hosts of its own
 * that load it by turns. Payloads are random, so that no rule holds.
 */
public final class InlineTrial {

  private static final int RULES = 1_000;
  private static final int MANY = 4;
  private static final long WARM_UP_MILLIS = 3_000;
  private static final double NANOS_PER_SECOND = TimeUnit.SECONDS.toNanos(1);

  private final Path folder;
  private final long seed;
  private final int rounds;
  private final long millis;

  /**
   * Not begun yet.
   *
   * @param folder for the rules, and the guard's home
   * @param isQuick with fewer and shorter turns
   * @param seed of the rules
   */
  public InlineTrial(Path folder, boolean isQuick, long seed) {
    this.folder = folder;
    this.seed = seed;
    this.rounds = isQuick ? 2 : 3;
    this.millis = isQuick ? 2_000 : 10_000;
  }

  /**
   * Measures both in turn, round by round.
   *
   * @throws IllegalStateException if something could not be measured
   */
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    try (LoadedPassage bridged = LoadedPassage.make("bridged");
        LoadedPassage guarded = LoadedPassage.make("guarded");
        GuardChild guard = guard(guarded)) {
      bridged.passage().bridge();
      progress.accept(
          "inline, %,d rules: warming up; then each of 1 TCP stream, %d streams and %d datagrams/s for %d s"
              .formatted(RULES, MANY, LoadHost.TRIPS_PER_SECOND, millis / 1_000));
      turn(guarded, WARM_UP_MILLIS, () -> 0);
      turn(bridged, WARM_UP_MILLIS, () -> 0);
      List<InlineRound> measured = new ArrayList<>();
      for (int number = 1; number <= rounds; number++) {
        InlineRound round =
            new InlineRound(
                turn(guarded, millis, () -> seconds(guard)), turn(bridged, millis, () -> 0));
        measured.add(round);
        progress.accept(
            "inline, round %d of %d: guard %s; bridge %s"
                .formatted(number, rounds, round.guard().text(), round.bridge().text()));
      }
      return new InlineRows(measured).rows();
    }
  }

  private GuardChild guard(LoadedPassage guarded) {
    Path rules = folder.resolve("inline.rules");
    try {
      Files.writeString(rules, MadeRules.make(seed, RULES).text());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + rules, e);
    }
    return GuardChild.start(
        guarded.passage(),
        folder.resolve("inline-home"),
        "--rules",
        rules.toString(),
        "--fail",
        "closed");
  }

  private static Turn turn(LoadedPassage passage, long millis, DoubleSupplier guardSeconds)
      throws InterruptedException {
    return new Turn(
        passage.streams(1, millis, guardSeconds),
        passage.streams(MANY, millis, guardSeconds),
        passage.trips(millis));
  }

  private static double seconds(GuardChild guard) {
    return guard.processorTime().toNanos() / NANOS_PER_SECOND;
  }
}
