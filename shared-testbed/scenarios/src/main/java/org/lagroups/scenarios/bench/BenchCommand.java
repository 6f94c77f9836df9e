package org.lagroups.scenarios.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.control.json.Json;
import org.lagroups.scenarios.process.TemporaryFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code lag bench NAME}. */
@Command(
    name = "bench",
    description = {
      "Measures, and prints ours beside our peers and the bound.",
      "",
      "  group   what a group of 20 idle real nodes costs in bytes a second, and how fast it forms",
      "",
      "Where a figure has a bound it says PASS or over. Exit code 1 if any is over its bound.",
      "Runs on loopback only, and stops by itself."
    })
public final class BenchCommand extends LagCommand {

  /** What can be measured. */
  enum Name {
    group
  }

  @Parameters(paramLabel = "NAME", description = "What to measure: ${COMPLETION-CANDIDATES}.")
  private Name name = Name.group;

  @Option(
      names = "--seconds",
      paramLabel = "N",
      defaultValue = "120",
      description = "How long to watch the idle group, 20 to 3600; ${DEFAULT-VALUE} unless given.")
  private int seconds;

  @Option(names = "--report", paramLabel = "FILE", description = "Also write the JSON to FILE.")
  private @Nullable Path report;

  @Override
  public Integer call() throws InterruptedException {
    if (seconds < 20 || seconds > 3_600) {
      throw new ParameterException(spec().commandLine(), "--seconds is 20 to 3600, not " + seconds);
    }
    List<Measurement> measured;
    try (TemporaryFolder folder = TemporaryFolder.make("lag-bench-")) {
      measured = benchmark(folder.path()).run(out()::note);
    }
    BenchReport result = BenchReport.of(measured);
    out().data(result, () -> result.table().forEach(out()::line));
    if (report != null) {
      write(absolute(report), result);
    }
    return result.passed() ? DONE : FAILED;
  }

  private Benchmark benchmark(Path folder) {
    return switch (name) {
      case group -> new GroupBenchmark(folder, seconds);
    };
  }

  private static void write(Path file, BenchReport result) {
    try {
      Files.write(file, Json.writeBytes(result));
    } catch (IOException e) {
      throw new CommandFailedException(
          "cannot write " + file + ": " + e.getMessage(), "name another file with --report");
    }
  }
}
