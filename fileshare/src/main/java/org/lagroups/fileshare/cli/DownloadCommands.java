package org.lagroups.fileshare.cli;

import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.control.api.Done;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** What has been fetched, and is being. */
final class DownloadCommands {

  private DownloadCommands() {}

  /** {@code lag share downloads}. */
  @Command(name = "downloads", description = "Lists the files you have fetched or are fetching.")
  static final class Downloads extends LagCommand {

    @Override
    public Integer call() {
      DownloadList list = control().get("/v1/share/downloads", DownloadList.class);
      out().data(list, () -> print(list));
      return DONE;
    }

    private void print(DownloadList list) {
      TextTable table = new TextTable("no.", "name", "size", "state", "where");
      for (DownloadView view : list.downloads()) {
        table.row(
            Long.toString(view.id()),
            Output.safe(view.name()),
            Amounts.bytes(view.sizeBytes()),
            state(view),
            view.path() == null ? "" : Output.safe(view.path()));
      }
      table.lines().forEach(out()::line);
      if (list.downloads().isEmpty()) {
        out().note("No downloads yet: lag share search WORDS..., then lag share get NUMBER");
      }
    }

    private static String state(DownloadView view) {
      return switch (view.phase()) {
        case "done", "paused" -> view.phase();
        case "failed" -> "failed: " + Output.safe(String.valueOf(view.problem()));
        default -> progress(view);
      };
    }
  }

  /** {@code lag share cancel}. */
  @Command(
      name = "cancel",
      description = "Gives a download up, and deletes what is there; a whole file stays.")
  static final class Cancel extends LagCommand {

    @Parameters(paramLabel = "NUMBER", description = "As `lag share downloads` lists it.")
    private long id;

    @Override
    public Integer call() {
      Done done = control().delete("/v1/share/downloads/" + id, Done.class);
      out().data(done, () -> out().line("Given up."));
      return DONE;
    }
  }

  /** How far a download is that goes on by itself. */
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
