package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.wormguard.engine.RuleIndex;
import org.lagroups.wormguard.runtime.matching.Matching;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag guard scan}. */
@Command(
    name = "scan",
    description = {
      "Looks for what rules describe in files of captured packets.",
      "",
      "The files are pcap or pcapng; several are taken one after another, as if they were one."
          + " What is found is written as EVE JSON, one line an alert, if --eve says where to."
          + " Rules that are refused are counted and left out; lag guard check tells which.",
      "Nothing is blocked: what drop and reject rules find is told as what the others do.",
      "",
      "Examples:",
      "  lag guard scan --rules worms.rules --pcap monday.pcap",
      "  lag guard scan --rules worms.rules --pcap a.pcap --eve alerts.json",
      "  lag guard scan --rules worms.rules --pcap a.pcap --eve - | jq .alert",
      "",
      "Ctrl-C ends it early; what was found until then stays. Ends with exit code 1 if a"
          + " file was damaged or cut off, after all that could be read. No running node is"
          + " needed."
    })
final class ScanCommand extends LagCommand {

  @Option(
      names = "--rules",
      required = true,
      paramLabel = "FILE",
      description = "A file of rules; - for standard input. May be given several times.")
  private List<Path> rules = new ArrayList<>();

  @Option(
      names = "--pcap",
      required = true,
      paramLabel = "FILE",
      description = "A file of packets. May be given several times.")
  private List<Path> captures = new ArrayList<>();

  @Option(
      names = "--eve",
      paramLabel = "OUT",
      description = {
        "Writes alerts to this file, which is emptied first; - for standard output, where the"
            + " summary moves to standard error."
      })
  private Path eve = EveOutput.NOWHERE;

  @Mixin private ChecksumOption checksums = new ChecksumOption();

  @Mixin private VariableOptions variables = new VariableOptions();

  @Override
  public Integer call() {
    if (out().isJson() && EveOutput.isStandardOutput(eve)) {
      throw usage("--eve - and --json both need standard output: give --eve a file");
    }
    RuleFiles.Loaded loaded = RuleFiles.load(rules, variables.variables());
    if (loaded.rules().isEmpty()) {
      throw new CommandFailedException(
          "there is no rule to look for: %d loaded, %d refused"
              .formatted(loaded.rules().size(), loaded.refused()),
          "lag guard check FILE tells what is wrong with each");
    }
    ProgressLine progress = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
    Matching matching = Matching.best();
    matching.whyNotNative().ifPresent(out()::note);
    progress.show("compiling %,d rules".formatted(loaded.rules().size()));
    try (CaptureFiles files = CaptureFiles.open(captures);
        EveOutput events = EveOutput.open(eve, spec().commandLine().getOut());
        RuleIndex index = RuleIndex.of(loaded.rules(), matching.compiler());
        Scan scan = new Scan(index, checksums.settings(), files, events, progress)) {
      ScanView result = scan.run(matching.name(), loaded);
      print(result);
      return result.damage().isEmpty() && result.isWhole() ? DONE : FAILED;
    } finally {
      progress.end();
    }
  }

  private void print(ScanView result) {
    boolean isToStandardError = EveOutput.isStandardOutput(eve);
    out()
        .data(
            result,
            () -> ScanText.lines(result).forEach(isToStandardError ? out()::note : out()::line));
  }
}
