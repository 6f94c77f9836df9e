package org.lagroups.scenarios.bench.cast;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.netlab.Rate;

/** A file sent by our nodes, one of which fails in the middle. */
record FaultTrial(
    Setting setting, CastScenario.Fault fault, CastBenchmark.Pace pace, Consumer<String> progress) {

  private static final String VICTIM = "r3";
  private static final long LONGEST_MILLIS = 120_000;

  /** When it fails, as a part of the file. */
  private static final double FAULT_AT = .4;

  /** So much of a rate is all of it, given how chunks come. */
  private static final double ALL = .9;

  private static final double TENTH = .1;
  private static final double BOUND_RECOVERY_SECONDS = 2;

  List<Measurement> run() throws InterruptedException {
    try (CastTrial trial = setting.nodes()) {
      CastRun run = trial.begin(setting.file(pace.secondsWithFault()));
      run.awaitPart(VICTIM, FAULT_AT, LONGEST_MILLIS);
      long failedNanos = System.nanoTime();
      fail(trial, run);
      run.awaitWhole(LONGEST_MILLIS);
      return rows(run, failedNanos);
    }
  }

  private List<Measurement> rows(CastRun run, long failedNanos) throws InterruptedException {
    List<Timeline> others = run.timelines();
    double before = Timeline.mbit(others, failedNanos - TimeUnit.SECONDS.toNanos(4), failedNanos);
    double after = before * Math.min(1, boundAfter() / setting.bound());
    double seconds = Timeline.secondsUntilBack(others, ALL * after, failedNanos);
    progress.accept(
        "  before %.2f Mbit/s, nine tenths of %.2f after %.2f s".formatted(before, after, seconds));
    String name = setting.scenario() + ": until the lost share is back";
    return List.of(
        fault == CastScenario.Fault.KILL
            ? Measurement.against(name, "s", seconds, BOUND_RECOVERY_SECONDS)
            : Measurement.alone(name, "s", seconds),
        Measurement.alone("  slowest receiver", "Mbit/s", run.goodputMbit()),
        Measurement.alone("  pauses of a second or more", "", run.pauses()),
        Measurement.alone("  CPU for each Gbit sent", "s", run.cpuSecondsPerGbit()),
        Measurement.against("  bytes lost", "", (double) run.lostBytes(), 1));
  }

  private void fail(CastTrial trial, CastRun run) throws InterruptedException {
    switch (fault) {
      case KILL -> {
        trial.process(VICTIM).kill();
        run.forget(VICTIM);
      }
      case DROP -> trial.process(VICTIM).ask("meddle drop");
      case CORRUPT -> trial.process(VICTIM).ask("meddle corrupt");
      case SLOW ->
          setting.laboratory().host(VICTIM).uplink(Optional.of(Rate.ofMbit(TENTH * plannedMbit())));
    }
  }

  /** What could be sent to the others without what the relay no longer passes on. */
  private double boundAfter() {
    Map<String, Double> mbit = new LinkedHashMap<>(setting.uplinks().mbit());
    switch (fault) {
      case KILL -> mbit.remove(VICTIM);
      case DROP, CORRUPT -> mbit.put(VICTIM, 0.0);
      case SLOW -> mbit.computeIfPresent(VICTIM, (name, up) -> TENTH * up);
    }
    return new Uplinks(mbit).bound(CastScenario.SOURCE);
  }

  private double plannedMbit() {
    return setting.scenario().uplinks().getOrDefault(VICTIM, 0.0);
  }
}
