package org.lagroups.fileshare.runtime.folder;

import java.nio.file.Path;
import java.util.Locale;
import org.lagroups.machine.Printable;
import org.lagroups.node.state.StateException;

/**
 * Why what was found in folders cannot be kept.
 *
 * @param message what happened, for people
 * @param hint what to do next
 */
record Trouble(String message, String hint) {

  /** A scan has failed, and not because its folder cannot be read. */
  static Trouble of(Throwable e) {
    Throwable cause = deepest(e);
    return cause instanceof StateException state
        ? new Trouble(String.valueOf(state.getMessage()), state.hint())
        : new Trouble(
            "a fault in the node: " + Printable.of(cause.toString()),
            "the node's log says more; it tries again by itself");
  }

  /** The index in {@code folder} could not be brought up to date. */
  static Trouble ofIndex(Throwable e, Path folder) {
    Throwable cause = deepest(e);
    if (cause instanceof StateException) {
      return of(cause);
    }
    String why = cause.getMessage() == null ? cause.toString() : cause.getMessage();
    String where = Printable.of(folder.toString());
    return new Trouble(
        "searches do not find all shared files, as their index cannot be written: "
            + Printable.of(why),
        isFull(why)
            ? "make room on the disk of " + where + ": the index is then built again by itself"
            : "may this user write in " + where + "? The node tries again by itself");
  }

  /** In one line. */
  String text() {
    return message + "; " + hint;
  }

  /** What went wrong first is what a person can do something about. */
  private static Throwable deepest(Throwable e) {
    Throwable one = e;
    while (!(one instanceof StateException) && one.getCause() != null) {
      one = one.getCause();
    }
    return one;
  }

  private static boolean isFull(String why) {
    String text = why.toLowerCase(Locale.ROOT);
    return text.contains("no space") || text.contains("quota") || text.contains("not enough space");
  }
}
