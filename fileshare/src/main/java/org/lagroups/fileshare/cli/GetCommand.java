package org.lagroups.fileshare.cli;

import java.nio.file.Path;
import org.lagroups.fileshare.api.BeginDownload;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag share get}. */
@Command(
    name = "get",
    description = {
      "Fetches a file from all members that have it, and checks every part of it.",
      "It gets its name only when it is whole, and never in place of another file.",
      "Ctrl-C stops the download; the same command goes on later. --detach leaves it to the node."
    })
final class GetCommand extends LagCommand {

  private static final String DOWNLOADS = "/v1/share/downloads";

  @Parameters(paramLabel = "NUMBER|ROOT", description = "The file.")
  private String file = "";

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "The folder to put it in. Default: the current one.")
  private Path output = Path.of("");

  @Option(names = "--detach", description = "Do not wait: the node goes on by itself.")
  private boolean detach;

  @Override
  public Integer call() throws InterruptedException {
    ControlClient control = control();
    DownloadView begun =
        control.post(
            DOWNLOADS, new BeginDownload(file, absolute(output).toString()), DownloadView.class);
    if (detach) {
      out().data(begun, () -> out().line("Fetching " + Output.safe(begun.name())));
      return DONE;
    }
    DownloadView ended = follow(control, begun);
    if (!ended.phase().equals("done")) {
      throw new CommandFailedException(
          problem(ended), ended.hint() == null ? "the same command goes on" : ended.hint());
    }
    out().data(ended, () -> print(ended));
    return DONE;
  }

  private DownloadView follow(ControlClient control, DownloadView begun)
      throws InterruptedException {
    String path = DOWNLOADS + "/" + begun.id();
    ProgressLine line = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
    DownloadWatch watch = new DownloadWatch(line, out()::note);
    Thread onInterrupt =
        new Thread(
            () -> watch.interrupted(() -> control.post(path + "/pause", null, DownloadView.class)));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    return watch.untilEnded(begun, view -> control.get(path, DownloadView.class));
  }

  private void print(DownloadView view) {
    out()
        .line(
            "%s %s (%s)"
                .formatted(
                    out().in(Colour.GOOD, "Saved"),
                    Output.safe(String.valueOf(view.path())),
                    Amounts.bytes(view.sizeBytes())));
    if (!view.exposed().isEmpty()) {
      out().note(view.exposed().size() + " member sent bad content and was asked no more");
    }
    if (!out().isJson()) {
      out().note("Look at it, then say: lag share verdict " + view.root() + " good|bad");
    }
  }

  private static String problem(DownloadView view) {
    return view.problem() == null
        ? "the download was stopped at " + Amounts.bytes(view.doneBytes())
        : view.problem();
  }
}
