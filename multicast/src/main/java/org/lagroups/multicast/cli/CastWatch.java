package org.lagroups.multicast.cli;

import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lagroups.multicast.api.CastView;
import org.lagroups.multicast.runtime.stats.StatsWriter;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.ProgressLine;
import org.lagroups.node.control.client.ControlException;

/** Follows a stream until it is over, and shows how it goes. */
final class CastWatch {

  private static final long LOOK_MILLIS = 100;

  /** What a node answers that has ended. */
  private static final Set<String> GONE =
      Set.of(ControlException.NOT_RUNNING, ControlException.DISCONNECTED);

  private final Output out;
  private final ProgressLine line;
  private final Optional<StatsWriter> stats;
  private final Supplier<CastView> look;
  private int toldNotices;
  private boolean hasToldSilence;
  private boolean isOver;
  private boolean isInterrupted;

  /**
   * Of a stream that has begun, with the statistics that were asked for.
   *
   * @param look asks the node how it is
   */
  CastWatch(
      Output out, ProgressLine line, StatsOptions stats, CastView begun, Supplier<CastView> look) {
    this.out = out;
    this.line = line;
    this.look = look;
    this.stats = stats.writer(begun, this::note);
  }

  /**
   * Waits.
   *
   * @param isLast whether that was the last look; a failure always is
   * @return how it was then
   * @throws CommandFailedException if the stream has failed
   */
  CastView until(Predicate<CastView> isLast) throws InterruptedException {
    try {
      while (true) {
        CastView view = look();
        stats.ifPresent(lines -> lines.update(view.counters()));
        notices(view);
        silence(view);
        if (view.phase().equals("failed")) {
          throw new CommandFailedException(
              String.valueOf(view.problem()), view.hint() == null ? "" : view.hint());
        }
        if (isLast.test(view)) {
          return view;
        }
        show(CastText.progress(view));
        Thread.sleep(LOOK_MILLIS);
      }
    } finally {
      pause();
    }
  }

  /** It has ended by itself; nothing is followed any more. */
  synchronized void over() {
    isOver = true;
  }

  /** As {@link #over()}, with a last line of statistics. */
  void over(CastView last) {
    over();
    stats.ifPresent(lines -> lines.write(last.counters()));
  }

  /**
   * Ctrl-C, from another thread: ends the stream here, unless it has ended, and tells how it was.
   *
   * @param end asks the node for that; empty if there is nothing to end any more
   */
  void interrupted(Supplier<Optional<CastView>> end) {
    if (interrupt()) {
      end.get()
          .ifPresent(view -> {
            tellNotices(view);
            stats.ifPresent(lines -> lines.write(view.counters()));
            out.note(CastText.stopped(view));
          });
    }
  }

  private CastView look() {
    try {
      return look.get();
    } catch (ControlException e) {
      if (GONE.contains(e.code())) {
        throw new CommandFailedException(
            "the node has ended, and the stream with it",
            "perhaps another command ran it. To keep one: lag run; then type this again");
      }
      throw e;
    }
  }

  /** None once Ctrl-C has been pressed: the last look has them all. */
  private synchronized void notices(CastView view) {
    if (!isInterrupted) {
      tellNotices(view);
    }
  }

  private synchronized void tellNotices(CastView view) {
    for (; toldNotices < view.notices().size(); toldNotices++) {
      note(Output.safe(view.notices().get(toldNotices)));
    }
  }

  private void silence(CastView view) {
    Optional<String> words =
        view.silentMillis() < CastText.SILENCE_MILLIS || isWaitedFor(view)
            ? Optional.empty()
            : CastText.silence(view);
    if (words.isPresent() && !hasToldSilence) {
      note(words.get());
    }
    hasToldSilence = words.isPresent();
  }

  /** A file that nobody takes waits for receivers, not they for it. */
  private static boolean isWaitedFor(CastView view) {
    return view.role().equals(CastView.SENDS) && "file".equals(view.mode());
  }

  private synchronized void note(String text) {
    line.end();
    out.note(text);
  }

  private synchronized void show(String text) {
    if (!isInterrupted) {
      line.show(text);
    }
  }

  /** After Ctrl-C whoever follows the stream waits for the end of the process, and says nothing. */
  private synchronized void pause() throws InterruptedException {
    while (isInterrupted) {
      wait();
    }
    line.end();
  }

  /** Leaves the terminal's line clean; answers whether there is a stream to end. */
  private synchronized boolean interrupt() {
    isInterrupted = !isOver;
    line.end();
    return isInterrupted;
  }
}
