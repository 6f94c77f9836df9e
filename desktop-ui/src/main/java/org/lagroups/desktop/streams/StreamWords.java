package org.lagroups.desktop.streams;

import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.multicast.api.CastView;
import org.lagroups.node.cli.Amounts;

/** How streams are told of. */
final class StreamWords {

  private static final int PERCENT = 100;

  private StreamWords() {}

  /** Its title, or the beginning of its ID. */
  static String title(Texts texts, CastView view) {
    String title = view.title() == null ? "" : Shown.line(view.title(), 60).strip();
    return title.isEmpty() ? texts.get("untitled", Shown.line(view.stream(), 12)) : title;
  }

  /** How far it is, and how fast. */
  static String state(Texts texts, Line line) {
    CastView view = line.view();
    String key = "phase." + view.phase();
    String phase = texts.has(key) ? texts.get(key) : Shown.line(view.phase(), 20);
    if (!view.phase().equals("running")) {
      return phase;
    }
    Long whole = view.lengthBytes();
    String done =
        whole == null || whole <= 0
            ? Amounts.bytes(view.doneBytes())
            : texts.get("part", Amounts.bytes(view.doneBytes()), Amounts.bytes(whole));
    return texts.get("running", phase, done, rate(texts, view));
  }

  /** What goes out of a stream that is sent, or comes in of one that is received. */
  static String rate(Texts texts, CastView view) {
    boolean isSent = view.role().equals(CastView.SENDS);
    return mbps(texts, isSent ? view.counters().mbpsSendRate() : view.counters().mbpsRecvRate());
  }

  /** A rate; nothing for a negative one. */
  static String mbps(Texts texts, double rate) {
    return rate < 0 ? "" : texts.get("mbps", rate);
  }

  /** The part of the bound in percent. */
  static String bound(Texts texts, Line line) {
    double part = line.partOfBound();
    if (part < 0 || line.place() == null) {
      return texts.get("boundUnknown");
    }
    // Uplinks are measured by what went through them, so that the first seconds may exceed them.
    return part > 1
        ? texts.get("boundExceeded", line.place().slowestMbps(), line.place().boundMbps())
        : texts.get("bound", Math.round(PERCENT * part), line.place().boundMbps());
  }

  /** Why it failed and what to do; empty if it has not. */
  static String problem(CastView view) {
    return (safe(view.problem()) + " " + safe(view.hint())).strip();
  }

  private static String safe(@Nullable String text) {
    return text == null ? "" : Shown.line(text, 300);
  }
}
