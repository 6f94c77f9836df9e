package org.lagroups.fileshare.cli;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Printable;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.LagCommand;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.Output.Colour;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.cli.TextTable;
import org.lagroups.node.cli.core.GroupChoice;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.client.ControlClient;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shared folders. */
final class FolderCommands {

  private static final String FOLDERS = "/v1/share/folders";
  private static final long LOOK_MILLIS = 150;

  /** A long path, and what is the matter with it. */
  private static final int MAX_PROBLEM_LENGTH = 1_000;

  private FolderCommands() {}

  /** {@code lag share add}. */
  @Command(
      name = "add",
      description = {
        "Shares a folder, with all folders in it; waits until its files are hashed.",
        "Left out are hidden files (names that begin with a dot), empty files and symbolic links.",
        "Changes are noticed within minutes, or at once by: lag share rescan"
      })
  static final class Add extends LagCommand {

    @Parameters(paramLabel = "DIR", description = "The folder.")
    private Path folder = Path.of("");

    @Mixin private GroupChoice group = new GroupChoice();

    @Option(names = "--detach", description = "Do not wait: the node goes on by itself.")
    private boolean detach;

    @Override
    public Integer call() throws InterruptedException {
      ControlClient control = control();
      @Nullable List<GroupId> groups = group.isGiven() ? List.of(group.resolve(control)) : null;
      AddFolder wish = new AddFolder(absolute(folder).toString(), groups);
      FolderView added = control.post(FOLDERS, wish, FolderView.class);
      FolderView view = detach ? added : untilReady(control, added.id());
      out().data(view, () -> print(view));
      return isInTrouble(view) ? FAILED : DONE;
    }

    private FolderView untilReady(ControlClient control, long id) throws InterruptedException {
      ProgressLine line = new ProgressLine(spec().commandLine().getErr(), out().isTerminal());
      FolderView view = find(control, id);
      while (!hasEnded(view)) {
        line.show(progress(view));
        Thread.sleep(LOOK_MILLIS);
        view = find(control, id);
      }
      line.end();
      return view;
    }

    private void print(FolderView view) {
      if (detach) {
        out().line("Sharing " + Output.safe(view.path()) + ". How far: lag share list");
        return;
      }
      out()
          .line(
              "%s %s: %,d files, %s"
                  .formatted(
                      out().in(Colour.GOOD, "Sharing"),
                      Output.safe(view.path()),
                      view.files(),
                      Amounts.bytes(view.bytes())));
      if (view.skipped() > 0) {
        out()
            .note(
                "%,d not shared: hidden, empty, special or unreadable.".formatted(view.skipped()));
      }
      printProblems(out(), List.of(view));
    }
  }

  /** {@code lag share list}. */
  @Command(name = "list", description = "Lists the folders you share, and how far each is.")
  static final class ListFolders extends LagCommand {

    @Override
    public Integer call() {
      FolderList list = control().get(FOLDERS, FolderList.class);
      out().data(list, () -> print(list));
      return DONE;
    }

    private void print(FolderList list) {
      TextTable table = new TextTable("no.", "folder", "files", "size", "groups", "state");
      for (FolderView view : list.folders()) {
        table.row(
            Long.toString(view.id()),
            Output.safe(view.path()),
            "%,d".formatted(view.files()),
            Amounts.bytes(view.bytes()),
            Integer.toString(view.groups().size()),
            state(view));
      }
      table.lines().forEach(out()::line);
      printProblems(out(), list.folders());
      if (list.folders().isEmpty()) {
        out().note("You share nothing yet: lag share add DIR");
      }
    }

    private static String state(FolderView view) {
      return view.phase().equals("hashing") ? progress(view) : view.phase();
    }
  }

  /** {@code lag share remove}. */
  @Command(
      name = "remove",
      description = "Shares a folder no longer. The files themselves stay as they are.")
  static final class Remove extends LagCommand {

    @Parameters(paramLabel = "DIR|NUMBER", description = "The folder, or its number in the list.")
    private String which = "";

    @Override
    public Integer call() {
      ControlClient control = control();
      String path = absolute(Path.of(which)).toString();
      FolderView view =
          control.get(FOLDERS, FolderList.class).folders().stream()
              .filter(one -> one.path().equals(path) || Long.toString(one.id()).equals(which))
              .findFirst()
              .orElseThrow(() ->
                  new CommandFailedException(
                      Output.safe(which) + " is not shared", "see: lag share list"));
      Done done = control.delete(FOLDERS + "/" + view.id(), Done.class);
      out().data(done, () -> out().line("No longer shared: " + Output.safe(view.path())));
      return DONE;
    }
  }

  /** {@code lag share rescan}. */
  @Command(
      name = "rescan",
      description = "Looks for new, changed and deleted files now; waits until that is done.")
  static final class Rescan extends LagCommand {

    @Override
    public Integer call() throws InterruptedException {
      ControlClient control = control();
      FolderList before = control.get(FOLDERS, FolderList.class);
      control.post("/v1/share/rescan", null, Done.class);
      FolderList now = control.get(FOLDERS, FolderList.class);
      while (!isFresh(before, now)) {
        Thread.sleep(LOOK_MILLIS);
        now = control.get(FOLDERS, FolderList.class);
      }
      FolderList list = now;
      out().data(list, () -> print(list));
      return list.folders().stream().anyMatch(FolderCommands::isInTrouble) ? FAILED : DONE;
    }

    private void print(FolderList list) {
      list.folders().forEach(this::print);
      printProblems(out(), list.folders());
    }

    private void print(FolderView view) {
      out()
          .line(
              "%s: %,d files, %,d new or changed"
                  .formatted(Output.safe(view.path()), view.files(), view.filesToHash()));
    }

    private static boolean isFresh(FolderList before, FolderList now) {
      return now.folders().stream().allMatch(view -> isFresh(view, before));
    }

    private static boolean isFresh(FolderView view, FolderList before) {
      long last =
          before.folders().stream()
              .filter(one -> one.id() == view.id())
              .mapToLong(FolderView::finishedMillis)
              .findFirst()
              .orElse(0);
      return hasEnded(view) && view.finishedMillis() != last;
    }
  }

  private static boolean hasEnded(FolderView view) {
    return view.phase().equals("ready") || isInTrouble(view);
  }

  private static boolean isInTrouble(FolderView view) {
    return view.phase().equals("unreadable") || view.phase().equals("failed");
  }

  private static void printProblems(Output out, List<FolderView> folders) {
    for (FolderView view : folders) {
      view.problems()
          .forEach(problem -> out.note("  " + Printable.of(problem, MAX_PROBLEM_LENGTH)));
      long more = view.problemCount() - view.problems().size();
      if (more > 0) {
        out.note("  … and %,d more".formatted(more));
      }
    }
    if (folders.stream().anyMatch(view -> view.problemCount() > 0)) {
      out.note("Put that right, then: lag share rescan");
    }
  }

  private static FolderView find(ControlClient control, long id) {
    return control.get(FOLDERS, FolderList.class).folders().stream()
        .filter(view -> view.id() == id)
        .findFirst()
        .orElseThrow(
            () -> new CommandFailedException("the folder is no longer shared", "lag share list"));
  }

  private static String progress(FolderView view) {
    if (!view.phase().equals("hashing")) {
      return view.phase() + "…";
    }
    String left = Amounts.seconds(view.secondsLeft());
    return "%s %,d of %,d files, %s of %s%s"
        .formatted(
            Amounts.bar(view.bytesHashed(), view.bytesToHash()),
            view.filesHashed(),
            view.filesToHash(),
            Amounts.bytes(view.bytesHashed()),
            Amounts.bytes(view.bytesToHash()),
            left.isEmpty() ? "" : ", " + left + " left");
  }
}
