package org.lagroups.fileshare.cli;

import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.cli.Amounts;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlException;

/**
 * Waits for a download and shows how far it is; Ctrl-C stops both the waiting and the download.
 *
 * <p>{@link #interrupted} comes on another thread, while this process ends: from then on the
 * waiting thread says nothing more, and never comes back.
 */
final class DownloadWatch {

  private static final long LOOK_MILLIS = 100;

  private final ProgressLine line;
  private final Consumer<String> notes;
  private boolean isOver;
  private boolean isInterrupted;

  /**
   * A watch that shows its progress on {@code line}.
   *
   * @param notes takes lines for people
   */
  DownloadWatch(ProgressLine line, Consumer<String> notes) {
    this.line = line;
    this.notes = notes;
  }

  /**
   * Waits until the download no longer goes on by itself.
   *
   * @param look asks the node how far it is; what it throws ends the waiting
   * @return how it ended
   */
  DownloadView untilEnded(DownloadView begun, UnaryOperator<DownloadView> look)
      throws InterruptedException {
    DownloadView view = begun;
    try {
      while (isActive(view)) {
        show(view);
        Thread.sleep(LOOK_MILLIS);
        view = look.apply(view);
      }
    } finally {
      end();
    }
    return view;
  }

  /**
   * Ctrl-C: has the node stop the download, which would go on by itself otherwise.
   *
   * @param pause asks the node for that
   */
  void interrupted(Supplier<DownloadView> pause) {
    if (!silence()) {
      return;
    }
    try {
      DownloadView stopped = pause.get();
      notes.accept(
          stopped.phase().equals("done")
              ? "It was done already: lag share downloads"
              : ("Stopped at %s of %s, which are kept. Go on: the same command;"
                      + " give it up: lag share cancel %d")
                  .formatted(
                      Amounts.bytes(stopped.doneBytes()),
                      Amounts.bytes(stopped.sizeBytes()),
                      stopped.id()));
    } catch (ControlException e) {
      notes.accept(notStopped(e));
    }
  }

  private static String notStopped(ControlException why) {
    return switch (why.code()) {
      case ControlException.NOT_RUNNING ->
          "The node has ended, and the download with it: it goes on when the node runs again";
      case ControlException.DISCONNECTED ->
          "Could not tell the node to stop: %s. If it runs, the download goes on: lag share downloads"
              .formatted(why.getMessage());
      default -> "Could not tell the node to stop, so the download goes on: " + why.getMessage();
    };
  }

  private synchronized void show(DownloadView view) {
    if (!isInterrupted) {
      line.show(DownloadCommands.progress(view));
    }
  }

  private synchronized void end() throws InterruptedException {
    while (isInterrupted) {
      wait();
    }
    line.end();
    isOver = true;
  }

  /** Leaves the terminal's line clean; answers whether there is a download to stop. */
  private synchronized boolean silence() {
    isInterrupted = !isOver;
    line.end();
    return isInterrupted;
  }

  private static boolean isActive(DownloadView view) {
    return switch (view.phase()) {
      case "opening", "running", "waiting", "finishing" -> true;
      default -> false;
    };
  }
}
