package org.lagroups.scenarios.sim;

import org.lagroups.node.cli.Output;

/**
 * Says on standard error how far a run is, a line for every tenth. A run that is broken off, by
 * Ctrl-C for instance, leaves one line that says so.
 */
final class Progress implements AutoCloseable {

  private static final int STEPS = 10;

  private final Output out;
  private final int islands;
  private final long begin = System.nanoTime();
  private final Thread farewell = new Thread(this::brokenOff, "farewell");
  private int done;

  Progress(Output out, int islands) {
    this.out = out;
    this.islands = islands;
    Runtime.getRuntime().addShutdownHook(farewell);
  }

  /** So many islands are done; any thread. */
  synchronized void done(int now) {
    if (now > done) {
      int before = done * STEPS / islands;
      done = now;
      if (now * STEPS / islands > before) {
        out.note(
            "%d of %d groups after %d s"
                .formatted(now, islands, (System.nanoTime() - begin) / 1_000_000_000));
      }
    }
  }

  /** The run has ended by itself. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(farewell);
    } catch (IllegalStateException e) {
      // The virtual machine is going down: the line will be there.
      return;
    }
  }

  private synchronized void brokenOff() {
    out.note("broken off after %d of %d groups; no report was written".formatted(done, islands));
  }
}
