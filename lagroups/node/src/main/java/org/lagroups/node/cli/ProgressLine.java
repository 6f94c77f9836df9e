package org.lagroups.node.cli;

import java.io.PrintWriter;

/** One line on a terminal that is written over again and again; elsewhere nothing at all. */
public final class ProgressLine {

  private static final int WIDTH = 79;

  private final PrintWriter out;
  private final boolean terminal;
  private boolean shown;

  /** Shows what it is told on {@code out}, if that is a terminal. */
  public ProgressLine(PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  /** Puts a text in place of the one before. */
  public void show(String text) {
    if (terminal) {
      String cut = text.length() > WIDTH ? text.substring(0, WIDTH) : text;
      out.print("\r" + cut + " ".repeat(WIDTH - cut.length()));
      out.flush();
      shown = true;
    }
  }

  /** Takes the line away. */
  public void end() {
    if (shown) {
      out.print("\r" + " ".repeat(WIDTH) + "\r");
      out.flush();
      shown = false;
    }
  }
}
