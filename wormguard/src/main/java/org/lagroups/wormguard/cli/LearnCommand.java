package org.lagroups.wormguard.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.wormguard.capture.live.LiveCapture;
import org.lagroups.wormguard.capture.live.LiveSettings;
import org.lagroups.wormguard.learn.detect.DetectorSettings;
import org.lagroups.wormguard.runtime.learning.HomeNode;
import org.lagroups.wormguard.runtime.learning.SignatureFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lag guard learn}. */
@Command(
    name = "learn",
    description = {
      "Learns signatures of worms: content that many hosts send to many others.",
      "",
      "Windows of each payload are counted. What is prevalent, comes from many addresses and goes"
          + " to many becomes a rule, unless benign traffic has it too. A rule is printed when it is"
          + " found, after it was tried on the packets that it was made of; it only alerts. Its"
          + " number lies between 1100000 and 1999999.",
      "What nobody has called benign may still be: give captures of usual traffic with --benign,"
          + " and try the rules on others with lag guard scan.",
      "",
      "Examples:",
      "  lag guard learn --pcap today.pcap --benign monday.pcap > new.rules",
      "  lag guard learn --interface eth0 --out new.rules --evidence found/",
      "  lag guard learn --interface eth0 --offer",
      "",
      "Ctrl-C ends it, and tells what was found until then; --out and --evidence are written as"
          + " it goes. Ends with exit code 1 if a file was damaged, the interface failed, or a signature"
          + " could not be offered. An interface takes the right to capture. A running node is"
          + " needed for --offer only."
    })
final class LearnCommand extends LagCommand {

  @Option(
      names = "--pcap",
      paramLabel = "FILE",
      description = "A file of packets to learn from. May be given several times.")
  private List<Path> captures = new ArrayList<>();

  @Option(
      names = "--interface",
      paramLabel = "IF",
      description = "Learns from a network interface, until Ctrl-C.")
  private @Nullable String interfaceName;

  @Option(
      names = "--for",
      paramLabel = "SECONDS",
      description = "With --interface: ends after so long.")
  private long seconds;

  @Option(
      names = "--benign",
      paramLabel = "FILE",
      description = {
        "A file of packets that are benign; what is in them is not signed. May be given several"
            + " times. There is room for about 45 MB of different content."
      })
  private List<Path> benign = new ArrayList<>();

  @Option(
      names = "--out",
      paramLabel = "RULES",
      description = "Writes the rules to this file, in place of what it has.")
  private @Nullable Path out;

  @Option(
      names = "--evidence",
      paramLabel = "DIR",
      description = {
        "Writes what each rule stands on to DIR/SID.evidence: samples of payloads, and counts."
      })
  private @Nullable Path evidence;

  @Mixin private OfferOptions offering = new OfferOptions();

  @Mixin private LearnOptions options = new LearnOptions();

  @Override
  public Integer call() {
    if (captures.isEmpty() == (interfaceName == null)) {
      throw usage("say what to learn from: --pcap FILE or --interface IF, and not both");
    }
    if (seconds < 0 || (seconds > 0 && interfaceName == null)) {
      throw usage("--for takes a number of seconds, and --interface");
    }
    Optional<String> wrong = offering.problem();
    if (wrong.isPresent()) {
      throw usage(wrong.get());
    }
    DetectorSettings settings = settings();
    Optional<HomeNode> node = offering.node(home());
    node.ifPresent(HomeNode::check);
    try (CaptureFiles known = CaptureFiles.open(benign);
        CaptureFiles files = CaptureFiles.open(captures)) {
      Optional<LiveCapture> live = Optional.ofNullable(interfaceName).map(LearnCommand::open);
      SignatureFiles written =
          new SignatureFiles(Optional.ofNullable(out), Optional.ofNullable(evidence));
      Learn learn =
          new Learn(settings, written, this::rule, node.map(LearnOffers::new), progress());
      try {
        LearnView view =
            live.isPresent()
                ? learn.fromInterface(known, live.get(), seconds)
                : learn.fromFiles(known, files);
        out().data(view, () -> LearnText.lines(view).forEach(out()::note));
        boolean isDone =
            view.damage().isEmpty()
                && view.problem() == null
                && (view.offers() == null || view.offers().isDecided());
        return isDone ? DONE : FAILED;
      } finally {
        learn.end();
        live.ifPresent(LiveCapture::close);
      }
    }
  }

  private DetectorSettings settings() {
    try {
      return options.settings(interfaceName != null);
    } catch (IllegalArgumentException e) {
      throw usage(String.valueOf(e.getMessage()));
    }
  }

  private void rule(String rule) {
    if (!out().isJson()) {
      out().line(rule);
    }
  }

  private ProgressLine progress() {
    return new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
  }

  private static LiveCapture open(String name) {
    return switch (LiveCapture.open(LiveSettings.of(name))) {
      case LiveCapture.Opening.Opened(LiveCapture capture) -> capture;
      case LiveCapture.Opening.Refused(String why) ->
          throw new CommandFailedException(Output.safe(why), "");
    };
  }
}
