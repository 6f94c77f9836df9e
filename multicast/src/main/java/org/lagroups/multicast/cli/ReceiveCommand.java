package org.lagroups.multicast.cli;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.multicast.api.BeginReceiving;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.end.OutputAddress;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag cast receive}. */
@Command(
    name = "receive",
    description = {
      "Receives a stream, and passes it on to others as its sender plans.",
      "",
      "A file gets its name only when it is whole, and never in place of another.",
      "Ctrl-C keeps what is there; the same command goes on later.",
      "A live stream begins where it is, and ends when its sender ends it.",
      "",
      "If no node runs at --home, this command runs it."
    })
final class ReceiveCommand extends LagCommand {

  @Parameters(paramLabel = "LINK", description = "What `lag cast send` printed.")
  private String link = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "OUTPUT",
      required = true,
      description = {
        "FILE, - (standard output), udp://HOST:PORT, or http://127.0.0.1:PORT/ for players.",
        "May be given several times."
      })
  private List<String> outputs = List.of();

  @Mixin private LatencyOption latency = new LatencyOption();

  @Mixin private UplinkOption uplink = new UplinkOption();

  @Mixin private StatsOptions stats = new StatsOptions();

  @Override
  public Integer call() throws InterruptedException {
    if (!stats.isPossible()) {
      throw usage("--stats is 1 or more");
    }
    if (!uplink.isPossible()) {
      throw usage("--uplink is 0.01 to 1000000 Mbit/s, or 0 for no cap");
    }
    if (!latency.isPossible()) {
      throw usage("--latency is 100 to 60000 ms");
    }
    BeginReceiving wish = new BeginReceiving(link, absoluteOutputs(), latency.millis());
    try (CommandNode node = CommandNode.of(home(), environment(), out())) {
      for (String output : outputs) {
        node.requireOwn(output, "--output http://127.0.0.1:0/ for a player, or a file");
      }
      ControlClient control = node.control();
      uplink.tell(control);
      CastView begun = control.post("/v1/cast/received", wish, CastView.class);
      String path = CommandNode.STREAMS + "/" + begun.stream();
      ProgressLine line = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
      CastWatch watch = new CastWatch(out(), line, stats, begun);
      node.onEnd(() -> watch.interrupted(() -> CommandNode.end(control, path)));
      try {
        announce(watch.until(ReceiveCommand::isBegun, () -> control.get(path, CastView.class)));
        CastView last =
            watch.until(
                view -> view.phase().equals("done"), () -> control.get(path, CastView.class));
        watch.over(last);
        print(last);
      } finally {
        watch.over();
        var _ = CommandNode.end(control, path);
      }
    }
    return DONE;
  }

  private static boolean isBegun(CastView view) {
    return !view.phase().equals("asking") && !view.phase().equals("opening");
  }

  private void announce(CastView view) {
    String title = view.title() == null || view.title().isEmpty() ? "" : view.title() + ": ";
    out().note("Receiving %s%s".formatted(title, String.join(", ", view.places())));
  }

  /** Standard output is the stream's, if it was asked for. */
  private void print(CastView view) {
    String text =
        "Received %s: %s"
            .formatted(Amounts.bytes(view.doneBytes()), String.join(", ", view.places()));
    if (outputs.contains("-")) {
      out().note(text);
    } else {
      out().data(view, () -> out().line(text));
    }
  }

  private List<String> absoluteOutputs() {
    List<String> absolute = new ArrayList<>();
    for (String output : outputs) {
      try {
        absolute.add(
            OutputAddress.parse(output) instanceof OutputAddress.OfFile file
                ? absolute(file.path()).toString()
                : output);
      } catch (IllegalArgumentException e) {
        throw usage("--output: " + e.getMessage());
      }
    }
    return absolute;
  }
}
