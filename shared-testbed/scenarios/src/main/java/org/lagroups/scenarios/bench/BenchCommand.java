package org.lagroups.scenarios.bench;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.scenarios.bench.cast.CastBenchmark;
import org.lagroups.scenarios.bench.cast.CastScenario;
import org.lagroups.scenarios.bench.group.GroupBenchmark;
import org.lagroups.scenarios.bench.group.GroupPart;
import org.lagroups.scenarios.bench.guard.GuardBenchmark;
import org.lagroups.scenarios.bench.guard.GuardPart;
import org.lagroups.scenarios.bench.plan.PlanBenchmark;
import org.lagroups.scenarios.bench.report.BenchReport;
import org.lagroups.scenarios.bench.report.Benchmark;
import org.lagroups.scenarios.bench.report.Measurement;
import org.lagroups.scenarios.bench.ui.UiBenchmark;
import org.lagroups.scenarios.process.ReportFile;
import org.lagroups.scenarios.process.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag bench NAME}. */
@Command(
    name = "bench",
    description = {
      "Measures, and prints ours beside our peers and the bound.",
      "",
      "  cast    a file that real nodes send to each other over limited uplinks, and",
      "          how soon all is well when a relay fails, beside a star, the best",
      "          single tree, a mesh and the bound: 12 minutes, or 6 with --quick,",
      "          which has no bars for rates. Needs root, ip, tc and nft",
      "  crypto  what a membership transcript of k signers costs to check",
      "  graph   questions about graphs, beside JGraphT",
      "  group   what a group of real nodes costs, how fast it sees a crash and how",
      "          it bears the loss of packets, beside JGroups and ScaleCube; and",
      "          what it costs by its size: 12 minutes, or 4 with --quick",
      "  guard   packets a second of a gateway's scan on one core, over a capture of",
      "          1 GB that is made up, beside a program in C and libraries in Java",
      "          which only look for literals; memory with a million flows; and what",
      "          goes through a gateway between two hosts, beside the kernel's bridge:",
      "          14 minutes, or 3 with --quick, which has no bars for rates. Needs",
      "          Linux on x86-64, a C compiler and libpcap's headers; `inline` needs",
      "          root, ip and nft instead",
      "  plan    relay plans of groups beside the best single tree, the star and",
      "          the bound, and how long planning takes",
      "  session bulk data over QUIC and TLS, beside the same libraries without ours",
      "  ui      how soon the window of `lag ui` is there, and how many frames a second",
      "          it has while 100,000 results go by, and while the graph of 64 nodes and",
      "          1,000 attestations moves, drawn by the processor",
      "  fuzz    looks for input that breaks a decoder; needs the sources:",
      "          lag bench fuzz --help",
      "",
      "Where a figure has a bound it says PASS or over. Exit code 1 if any is over its bound,",
      "or could not be measured.",
      "Runs on loopback only, or in network namespaces of its own, and stops by itself."
    })
public final class BenchCommand extends LagCommand {

  /** What can be measured. */
  enum Name {
    cast,
    crypto,
    graph,
    group,
    guard,
    plan,
    session,
    ui
  }

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "What to measure: ${COMPLETION-CANDIDATES}.")
  private Name name = Name.group;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "120",
      description =
          "How long to watch an idle group, 20 to 3600, half of it for those that are measured by"
              + " size; ${DEFAULT-VALUE} unless given.")
  private int seconds;

  @Option(
      names = "--quick",
      description =
          "For `group`: fewer sizes and crashes, smaller groups, shorter time-outs. For `cast`:"
              + " shorter files. For `guard`: a shorter capture, and shorter turns.")
  private boolean quick;

  @Option(
      names = "--only",
      paramLabel = "PART",
      split = ",",
      description = {
        "For `group`, `cast` and `guard`: these parts by themselves.",
        "`group`: crash, idle, lonely, loss, flip-flop, size.",
        "`cast`: equal, unequal, scarce, levels, kill, drop, corrupt, slow.",
        "`guard`: scan, memory, inline."
      })
  private @Nullable List<String> only;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description =
          "For `cast`: of the mesh and what is sent. For `guard`: of rules and capture."
              + " ${DEFAULT-VALUE} unless given.")
  private long seed;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "With --json: write that to FILE, and print the table.")
  private @Nullable Path report;

  @Option(
      names = "--graphs",
      paramLabel = "DIR",
      description = {
        "Real graphs for `graph`, as CSV.",
        "Default: ../shared/data/graphs, if there."
      })
  private @Nullable Path graphs;

  @Option(
      names = "--groups",
      paramLabel = "N",
      defaultValue = "20",
      description =
          "For `plan`: how many groups of each kind, 1 to 1000; ${DEFAULT-VALUE} unless given.")
  private int groups;

  @Option(
      names = "--capacities",
      paramLabel = "FILE",
      description = {
        "Real capacities for `plan`: throughput between cloud regions, as CSV. Default, if there:",
        "../shared/data/net/skyplane-throughput-2022.csv"
      })
  private @Nullable Path capacities;

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < 20 || seconds > 3_600) {
      throw usage("--seconds is 20 to 3600, not " + seconds);
    }
    if (groups < 1 || groups > 1_000) {
      throw usage("--groups is 1 to 1000, not " + groups);
    }
    if (report != null && !out().isJson()) {
      throw usage("to write a file, add --json");
    }
    if (only != null && name != Name.group && name != Name.cast && name != Name.guard) {
      throw usage("only `group`, `cast` and `guard` have parts");
    }
    Optional<ReportFile> written =
        Optional.ofNullable(report).map(named -> new ReportFile(absolute(named)));
    List<Measurement> measured;
    try (TemporaryFolder folder = TemporaryFolder.make("lag-bench-")) {
      measured = benchmark(folder.path()).run(out()::note);
    }
    BenchReport result = BenchReport.of(measured);
    if (written.isEmpty()) {
      out().data(result, () -> result.table().forEach(out()::line));
    } else {
      result.table().forEach(out()::line);
      written.get().write(result);
    }
    return result.passed() ? DONE : FAILED;
  }

  private Benchmark benchmark(Path folder) {
    return switch (name) {
      case cast -> new CastBenchmark(folder, parts(CastScenario.class), quick, seed);
      case crypto -> new CryptoBenchmark();
      case graph -> new GraphBenchmark(graphs);
      case group -> new GroupBenchmark(folder, parts(GroupPart.class), seconds, quick);
      case guard -> new GuardBenchmark(folder, parts(GuardPart.class), quick, seed);
      case plan -> new PlanBenchmark(groups, capacities);
      case session -> new SessionBenchmark();
      case ui -> new UiBenchmark(folder);
    };
  }

  /** Those that were asked for, by the names that the help prints and no others. */
  private <T extends Enum<T>> Set<T> parts(Class<T> kind) {
    Set<T> all = EnumSet.allOf(kind);
    if (only == null) {
      return all;
    }
    for (String named : only) {
      if (all.stream().noneMatch(part -> part.toString().equals(named))) {
        throw usage("--only is one of %s, not %s".formatted(all, Printable.of(named)));
      }
    }
    Set<T> chosen = EnumSet.noneOf(kind);
    all.stream().filter(part -> only.contains(part.toString())).forEach(chosen::add);
    return chosen;
  }
}
