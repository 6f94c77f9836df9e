package org.lagroups.multicast.cli;

import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.CommandFailedException;
import org.lagroups.node.cli.Output;
import org.lagroups.node.cli.ProgressLine;

/** Follows a stream until it is over, and shows how it goes. */
final class CastWatch {

  private static final long LOOK_MILLIS = 100;

  /** After so long without anything it is told, once until something comes. */
  private static final long SILENCE_MILLIS = 3_000;

  private final Output out;
  private final ProgressLine line;
  private final Consumer<CastView> also;
  private int toldNotices;
  private boolean hasToldSilence;

  /** Tells {@code also} of each look. */
  CastWatch(Output out, ProgressLine line, Consumer<CastView> also) {
    this.out = out;
    this.line = line;
    this.also = also;
  }

  /**
   * Waits.
   *
   * @param look asks the node
   * @param isOver whether that was the last look; a failure always is
   * @return how it ended
   * @throws CommandFailedException if the stream has failed
   */
  CastView until(Predicate<CastView> isOver, Supplier<CastView> look) throws InterruptedException {
    try {
      while (true) {
        CastView view = look.get();
        also.accept(view);
        notes(view);
        if (view.phase().equals("failed")) {
          throw new CommandFailedException(
              String.valueOf(view.problem()), view.hint() == null ? "" : view.hint());
        }
        if (isOver.test(view)) {
          return view;
        }
        line.show(CastText.progress(view));
        Thread.sleep(LOOK_MILLIS);
      }
    } finally {
      line.end();
    }
  }

  private void notes(CastView view) {
    for (; toldNotices < view.notices().size(); toldNotices++) {
      note(Output.safe(view.notices().get(toldNotices)));
    }
    boolean isSilent = view.phase().equals("running") && view.silentMillis() >= SILENCE_MILLIS;
    if (isSilent && !hasToldSilence && !isWaitedFor(view)) {
      note("Nothing has come for %d s".formatted(view.silentMillis() / 1_000));
    }
    hasToldSilence = isSilent;
  }

  /** A file that nobody takes waits for receivers, not they for it. */
  private static boolean isWaitedFor(CastView view) {
    return view.role().equals(CastView.SENDS) && "file".equals(view.mode());
  }

  private void note(String text) {
    line.end();
    out.note(text);
  }
}
