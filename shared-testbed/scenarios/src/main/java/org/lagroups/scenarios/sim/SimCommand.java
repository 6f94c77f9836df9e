package org.lagroups.scenarios.sim;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.scenarios.process.ReportFile;
import org.lagroups.scenarios.sim.cast.CastOptions;
import org.lagroups.scenarios.sim.cast.CastTrees;
import org.lagroups.scenarios.sim.scenario.Islands;
import org.lagroups.scenarios.sim.scenario.Ledger;
import org.lagroups.scenarios.sim.scenario.Plan;
import org.lagroups.scenarios.sim.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lag sim SCENARIO}. */
@Command(
    name = "sim",
    description = {
      "Plays a failure in simulated groups of real nodes, and checks what has to hold.",
      "",
      "Nodes run the same machines as real ones, in virtual time, in groups that",
      "share nothing and are played side by side on all processors. The same seed",
      "gives the same result, however many processors there are."
    },
    footer = {
      "",
      "Exit code 1 if something did not hold; it is shown with the one command that repeats it.",
      "",
      "  lag sim lonely-link",
      "  lag sim lonely-link --nodes 1000 --seed 7 --json report.json"
    })
public final class SimCommand extends LagCommand {

  private static final int MAX_THREADS = 64;

  @Parameters(index = "0", paramLabel = "SCENARIO", description = "What to play; see above.")
  private String name = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "With --json: write that to FILE, and print the table.")
  private @Nullable Path file;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      description = "How many nodes in all; each scenario has a usual number, and bounds.")
  private @Nullable Integer nodes;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "1",
      description = "What decides all that is random, 0 or more; ${DEFAULT-VALUE} unless given.")
  private long seed;

  @Option(
      names = "--island",
      paramLabel = "I",
      description = "Play only group number I, as a violation names it.")
  private @Nullable Integer island;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "How many groups at once, 1 to 64. Default: one for each processor.")
  private @Nullable Integer threads;

  @Option(
      names = "--net",
      paramLabel = "DIR",
      description = {
        "For `cast`: a folder with PlanetLabData_1, measured round trips.",
        "Default: ../shared/data/net, if there; otherwise they are made up."
      })
  private @Nullable Path net;

  @Option(
      names = "--uplink",
      paramLabel = "MBITS",
      description = "For `cast`: what the source can send, 1 to 100000 Mbit/s. Default: 100.")
  private @Nullable Double uplink;

  /** For picocli, which has the command's spec when this object is made already. */
  @Spec
  void listScenarios(CommandSpec spec) {
    ScenarioHelp.addTo(spec.usageMessage());
  }

  @Override
  public Integer call() throws InterruptedException {
    Plan plan = plan();
    int most = threads();
    Optional<ReportFile> written =
        Optional.ofNullable(file).map(named -> new ReportFile(absolute(named)));
    out().note(greeting(plan));
    long begin = System.nanoTime();
    Ledger ledger = play(plan, most);
    SimReport report =
        SimReport.of(
            plan,
            island == null ? plan.islands() : 1,
            replay(plan),
            ledger,
            Duration.ofNanos(System.nanoTime() - begin));
    show(report, written);
    return report.passed() ? DONE : FAILED;
  }

  private Plan plan() {
    Scenario scenario = scenario();
    int count = nodes == null ? scenario.size().usual() : nodes;
    if (!scenario.size().allows(count)) {
      throw usage(
          "%s takes %d to %d nodes, not %d"
              .formatted(name, scenario.size().least(), scenario.size().most(), count));
    }
    if (seed < 0) {
      throw usage("--seed is 0 or more, not " + seed);
    }
    Plan plan = new Plan(scenario, count, seed);
    if (island != null && (island < 0 || island >= plan.islands())) {
      throw usage("--island is 0 to %d, not %d".formatted(plan.islands() - 1, island));
    }
    if (file != null && !out().isJson()) {
      throw usage("to write a file, add --json");
    }
    return plan;
  }

  private Scenario scenario() {
    Scenario scenario =
        Scenarios.named(name)
            .orElseThrow(() ->
                usage("there is no scenario '%s'; `lag sim --help` lists them".formatted(name)));
    if (net == null && uplink == null) {
      return scenario;
    }
    if (!(scenario instanceof CastTrees)) {
      throw usage("only `cast` has --net and --uplink");
    }
    double megabits = uplink == null ? CastOptions.DEFAULT.sourceMegabits() : uplink;
    if (!CastOptions.isAllowed(megabits)) {
      throw usage("--uplink is 1 to 100000, not " + uplink);
    }
    return new CastTrees(
        new CastOptions(Optional.ofNullable(net).map(SimCommand::absolute), megabits));
  }

  private int threads() {
    if (threads == null) {
      return Math.min(Runtime.getRuntime().availableProcessors(), MAX_THREADS);
    }
    if (threads < 1 || threads > MAX_THREADS) {
      throw usage("--threads is 1 to %d, not %d".formatted(MAX_THREADS, threads));
    }
    return threads;
  }

  private Ledger play(Plan plan, int most) throws InterruptedException {
    Integer only = island;
    try (Progress progress = new Progress(out(), only == null ? plan.islands() : 1)) {
      Islands islands = new Islands(plan, most, progress::done);
      return only == null ? islands.playAll() : islands.playOne(only);
    }
  }

  private void show(SimReport report, Optional<ReportFile> written) {
    if (written.isEmpty()) {
      out().data(report, () -> report.table().forEach(out()::line));
    } else {
      report.table().forEach(out()::line);
      written.get().write(report);
    }
    report.complaints().forEach(out()::note);
  }

  private String greeting(Plan plan) {
    return "%s: %d nodes in %d groups, seed %d"
        .formatted(name, plan.nodes(), plan.islands(), plan.seed());
  }

  private String replay(Plan plan) {
    Integer only = island;
    return only == null ? plan.replay() : plan.replay(only);
  }
}
