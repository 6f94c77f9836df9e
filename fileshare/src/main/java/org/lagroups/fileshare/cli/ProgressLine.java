package org.lagroups.fileshare.cli;

import java.io.PrintWriter;

/** One line on a terminal that is written over again and again; elsewhere nothing at all. */
final class ProgressLine {

  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final boolean terminal;
  private boolean shown;

  ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  void show(String text) {
    if (terminal) {
      String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
      out.flush();
      shown = true;
    }
  }

  /** Takes the line away. */
  void end() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
      shown = false;
    }
  }
}
