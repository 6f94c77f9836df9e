package org.lagroups.scenarios.bench.guard;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.lagroups.scenarios.bench.guard.bare.BarePass;
import org.lagroups.scenarios.bench.guard.bare.BareProgram;
import org.lagroups.scenarios.bench.guard.host.Pass;
import org.lagroups.scenarios.bench.guard.host.ScanHost;
import org.lagroups.scenarios.bench.guard.host.Subject;
import org.lagroups.scenarios.bench.guard.rules.MadeRules;
import org.lagroups.scenarios.bench.guard.traffic.CaptureFacts;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.process.ObedientProcess;
import org.lagroups.wormguard.runtime.matching.Matching;

/** All subjects over one capture with one set of rules. */
final class ScanComparison {

  private static final long LONGEST_MILLIS = 600_000;

  /** After so many packets, and two passes, the compiler of the virtual machine is done. */
  private static final long WARM_UP_FRAMES = 16_000_000;

  private static final int LEAST_WARM_UPS = 2;

  private final BareProgram bare;
  private final Path capture;
  private final CaptureFacts facts;
  private final long seed;
  private final GuardBenchmark.Pace pace;

  ScanComparison(
      BareProgram bare, Path capture, CaptureFacts facts, long seed, GuardBenchmark.Pace pace) {
    this.bare = bare;
    this.capture = capture;
    this.facts = facts;
    this.seed = seed;
    this.pace = pace;
  }

  /**
   * Measures all in turn, round by round.
   *
   * @throws IllegalStateException if something could not be measured
   */
  List<Measurement> run(MadeRules rules, Consumer<String> progress) throws InterruptedException {
    Map<Subject, ObedientProcess> hosts = new EnumMap<>(Subject.class);
    try {
      for (Subject subject : Subject.values()) {
        hosts.put(subject, ScanHost.start(subject, capture, seed, rules.size()));
      }
      for (Map.Entry<Subject, ObedientProcess> each : hosts.entrySet()) {
        progress.accept("%,d rules: warming up %s".formatted(rules.size(), each.getKey()));
        each.getValue().awaitStarted(LONGEST_MILLIS);
        for (int i = 0; i < warmUps(); i++) {
          each.getValue().ask("pass", LONGEST_MILLIS);
        }
      }
      List<Round> rounds = new ArrayList<>();
      for (int number = 1; number <= pace.rounds(); number++) {
        Round round = round(hosts, rules);
        rounds.add(round);
        progress.accept(
            "%,d rules, round %d of %d: %s"
                .formatted(rules.size(), number, pace.rounds(), round.text()));
      }
      return new ScanRows(rules.size(), facts, rounds, pace.hasBounds()).rows();
    } finally {
      hosts.values().forEach(ObedientProcess::close);
    }
  }

  private long warmUps() {
    return Math.max(LEAST_WARM_UPS, WARM_UP_FRAMES / facts.frames());
  }

  private Round round(Map<Subject, ObedientProcess> hosts, MadeRules rules)
      throws InterruptedException {
    BarePass inC = bare.pass(capture, rules.literals());
    requireSameLibrary(inC);
    Map<Subject, Pass> passes = new EnumMap<>(Subject.class);
    for (Map.Entry<Subject, ObedientProcess> each : hosts.entrySet()) {
      Pass pass = Pass.parse(Objects.requireNonNull(each.getValue()).ask("pass", LONGEST_MILLIS));
      if (pass.frames() != facts.frames()) {
        throw new IllegalStateException(
            "%s saw %d frames of %d".formatted(each.getKey(), pass.frames(), facts.frames()));
      }
      passes.put(each.getKey(), pass);
    }
    return new Round(inC, passes);
  }

  /** Otherwise it would not be the price of what we do on top that is measured. */
  private static void requireSameLibrary(BarePass inC) {
    String ours = Matching.best().name();
    if (!ours.equals("Hyperscan " + inC.version())) {
      throw new IllegalStateException(
          "the program in C has Hyperscan %s, but ours matches by %s"
              .formatted(inC.version(), ours));
    }
  }
}
