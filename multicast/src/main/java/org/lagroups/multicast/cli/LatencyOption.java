package org.lagroups.multicast.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How late a chunk of a live stream may be. */
final class LatencyOption {

  private static final long LEAST = 100;
  private static final long MOST = 60_000;

  @Option(
      names = "--latency",
      paramLabel = "MS",
      description = "Live: for how long a chunk is waited for, 100 to 60000. Default: 1000.")
  private @Nullable Long millis;

  /** Null if nothing was said. */
  @Nullable Long millis() {
    return millis;
  }

  /** Whether it is one that makes sense. */
  boolean isPossible() {
    return millis == null || (millis >= LEAST && millis <= MOST);
  }
}
