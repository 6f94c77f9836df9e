package org.lagroups.multicast.cli;

import java.util.List;
import org.lagroups.node.cli.Output;

/** Lines that are written over by the next ones, on a terminal; elsewhere one after the other. */
final class Screen implements AutoCloseable {

  private static final String CLEAR = "\u001b[2J";
  private static final String HOME = "\u001b[H";
  private static final String CLEAR_LINE = "\u001b[K";
  private static final String CLEAR_BELOW = "\u001b[J";
  private static final String HIDE_CURSOR = "\u001b[?25l";
  private static final String SHOW_CURSOR = "\u001b[?25h";

  private final Output out;
  private final boolean inPlace;
  private boolean hasBegun;

  /** Over what was shown before, or below it. */
  Screen(Output out, boolean inPlace) {
    this.out = out;
    this.inPlace = inPlace;
  }

  synchronized void show(List<String> lines) {
    if (!inPlace) {
      lines.forEach(out::line);
      return;
    }
    StringBuilder frame = new StringBuilder();
    if (!hasBegun) {
      hasBegun = true;
      Runtime.getRuntime()
          .addShutdownHook(new Thread(this::close, "lag-cast-screen")); // for Ctrl-C
      frame.append(HIDE_CURSOR).append(CLEAR);
    }
    frame.append(HOME);
    frame.append(String.join(CLEAR_LINE + System.lineSeparator(), lines));
    // At once, so that nothing flickers.
    out.line(frame.append(CLEAR_LINE).append(CLEAR_BELOW).toString());
  }

  @Override
  public synchronized void close() {
    if (hasBegun) {
      hasBegun = false;
      out.line(SHOW_CURSOR);
    }
  }
}
