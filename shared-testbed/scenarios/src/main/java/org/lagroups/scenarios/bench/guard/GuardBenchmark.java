package org.lagroups.scenarios.bench.guard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.scenarios.bench.guard.bare.BareProgram;
import org.lagroups.scenarios.bench.guard.host.FlowHost;
import org.lagroups.scenarios.bench.guard.inline.InlineTrial;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.guard.traffic.CaptureMaker;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Failures;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.process.ObedientProcess;

/** What a gateway's scan of packets costs, the memory that flows take, and a gateway inline. */
public final class GuardBenchmark implements Benchmark {

  private static final int[] RULES = {10, 1_000, 3_000};
  private static final int MOST_RULES = 3_000;
  private static final int FLOWS = 1_000_000;
  private static final int FLOWS_QUICK = 100_000;
  private static final int ROOM = 1 << 20;
  private static final double MOST_MEGABYTES = 1_000;
  private static final long LONGEST_MILLIS = 600_000;
  private static final double KIBIBYTES_PER_MEGABYTE = 1e6 / 1_024;

  private final Path folder;
  private final Set<GuardPart> parts;
  private final boolean isQuick;
  private final long seed;

  /** How much of it there is. */
  record Pace(long captureBytes, int rounds, boolean hasBounds) {

    private static final Pace USUAL = new Pace(1_000_000_000, 5, true);
    private static final Pace QUICK = new Pace(50_000_000, 3, false);
  }

  /**
   * Not begun yet.
   *
   * @param folder for the capture, and the program in C
   * @param isQuick with a short capture, of which the start takes too much to compare rates with
   *     bars
   * @param seed of rules and capture
   */
  public GuardBenchmark(Path folder, Set<GuardPart> parts, boolean isQuick, long seed) {
    this.folder = folder;
    this.parts = Set.copyOf(parts);
    this.isQuick = isQuick;
    this.seed = seed;
  }

  @Override
  public List<Measurement> run(Consumer<String> progress) throws InterruptedException {
    List<Measurement> measured = new ArrayList<>();
    Failures failures = new Failures(progress);
    if (parts.contains(GuardPart.SCAN)) {
      measured.addAll(scan(progress, failures));
    }
    if (parts.contains(GuardPart.MEMORY)) {
      try {
        measured.add(memory(progress));
      } catch (IllegalStateException e) {
        failures.add(GuardPart.MEMORY.toString(), String.valueOf(e.getMessage()));
      }
    }
    if (parts.contains(GuardPart.INLINE)) {
      try {
        measured.addAll(new InlineTrial(folder, isQuick, seed).run(progress));
      } catch (IllegalStateException | CommandFailedException e) {
        failures.add(GuardPart.INLINE.toString(), String.valueOf(e.getMessage()));
      }
    }
    measured.addAll(failures.rows());
    return measured;
  }

  private List<Measurement> scan(Consumer<String> progress, Failures failures)
      throws InterruptedException {
    BareProgram bare = BareProgram.compile(folder);
    Pace pace = isQuick ? Pace.QUICK : Pace.USUAL;
    MadeRules rules = MadeRules.make(seed, MOST_RULES);
    Path capture = folder.resolve("made.pcap");
    CaptureFacts facts = make(capture, pace, rules);
    progress.accept("seed %d: %s".formatted(seed, facts.text()));
    List<Measurement> measured = new ArrayList<>();
    for (int count : RULES) {
      ScanComparison comparison = new ScanComparison(bare, capture, facts, seed, pace);
      try {
        measured.addAll(comparison.run(rules.first(count), progress));
      } catch (IllegalStateException e) {
        failures.add("scan, %d rules".formatted(count), String.valueOf(e.getMessage()));
      }
    }
    return measured;
  }

  private CaptureFacts make(Path capture, Pace pace, MadeRules rules) {
    try {
      return CaptureMaker.make(capture, pace.captureBytes(), seed, rules);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + capture, e);
    }
  }

  private Measurement memory(Consumer<String> progress) throws InterruptedException {
    int flows = isQuick ? FLOWS_QUICK : FLOWS;
    progress.accept("memory with %,d flows".formatted(flows));
    try (ObedientProcess host = FlowHost.start(seed, MOST_RULES, ROOM)) {
      host.awaitStarted(LONGEST_MILLIS);
      String[] answer = host.ask("flows " + flows, LONGEST_MILLIS).split(" ", -1);
      if (Integer.parseInt(answer[0]) != flows) {
        throw new IllegalStateException("%s flows are kept, not %d".formatted(answer[0], flows));
      }
      return Measurement.against(
          "memory with %,d flows, %,d rules".formatted(flows, MOST_RULES),
          "MB resident",
          Long.parseLong(answer[1]) / KIBIBYTES_PER_MEGABYTE,
          MOST_MEGABYTES);
    }
  }
}
