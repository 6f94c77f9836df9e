package org.lagroups.fileshare.cli;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.lagroups.fileshare.api.BeginDownload;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.control.client.ControlClient;
import org.lagroups.node.control.client.ControlException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code lag share get}. */
@Command(
    name = "get",
    description = {
      "Fetches a file from all members that have it, and checks every part of it.",
      "It gets its name only when it is whole, and never in place of another file.",
      "Ctrl-C stops; the same command goes on later."
    })
final class GetCommand extends LagCommand {

  private static final String DOWNLOADS = "/v1/share/downloads";
  private static final long LOOK_MILLIS = 100;

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
    AtomicBoolean ended = new AtomicBoolean();
    Thread onInterrupt = new Thread(() -> pause(control, begun.id(), ended));
    Runtime.getRuntime().addShutdownHook(onInterrupt);
    ProgressLine line = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
    DownloadView view = begun;
    while (isActive(view)) {
      line.show(progress(view));
      Thread.sleep(LOOK_MILLIS);
      view = control.get(DOWNLOADS + "/" + begun.id(), DownloadView.class);
    }
    line.end();
    ended.set(true);
    return view;
  }

  /** Ctrl-C: the node would go on by itself. */
  private void pause(ControlClient control, long id, AtomicBoolean ended) {
    if (!ended.get()) {
      try {
        control.post(DOWNLOADS + "/" + id + "/pause", null, DownloadView.class);
        out().note("Stopped; the same command goes on.");
      } catch (ControlException e) {
        out().note("Could not tell the node to stop: " + e.getMessage());
      }
    }
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

  private static boolean isActive(DownloadView view) {
    return switch (view.phase()) {
      case "opening", "running", "waiting", "finishing" -> true;
      default -> false;
    };
  }

  private static String problem(DownloadView view) {
    return view.problem() == null
        ? "the download was stopped at " + Amounts.bytes(view.doneBytes())
        : view.problem();
  }

  static String progress(DownloadView view) {
    return switch (view.phase()) {
      case "waiting" -> "waiting for a member that has the file…";
      case "opening" -> "checking what is there…";
      case "finishing" -> "checking the whole…";
      default -> {
        String left = Amounts.seconds(view.secondsLeft());
        yield "%s %s of %s, %s/s from %d%s"
            .formatted(
                Amounts.bar(view.doneBytes(), view.sizeBytes()),
                Amounts.bytes(view.doneBytes()),
                Amounts.bytes(view.sizeBytes()),
                Amounts.bytes(view.bytesPerSecond()),
                view.holders(),
                left.isEmpty() ? "" : ", " + left + " left");
      }
    };
  }
}
