package org.lagroups.simnet.check;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run that went wrong; the message says what, when, after which events, and how to repeat it. */
public final class SimulationFailure extends AssertionError {

  private static final long serialVersionUID = 1;

  private final long seed;

  /**
   * A failure.
   *
   * @param replay the one command that repeats the run
   */
  public SimulationFailure(
      String what,
      long seed,
      Duration at,
      List<String> lastLines,
      String replay,
      @Nullable Throwable cause) {
    super(message(what, seed, at, lastLines, replay), cause);
    this.seed = seed;
  }

  /** The seed of the run. */
  public long seed() {
    return seed;
  }

  private static String message(
      String what, long seed, Duration at, List<String> lastLines, String replay) {
    return """
    %s
    seed %d, virtual time %s; the last %d events:
      %s
    replay with: %s\
    """
        .formatted(what, seed, at, lastLines.size(), String.join("\n  ", lastLines), replay);
  }
}
