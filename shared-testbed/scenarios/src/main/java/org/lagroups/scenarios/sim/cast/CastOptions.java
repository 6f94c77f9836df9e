package org.lagroups.scenarios.sim.cast;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * What may be said of the world in which a stream's receivers come and go.
 *
 * @param net the folder with measured latencies; none for the one beside the project, if it is
 *     there
 * @param sourceMegabits what the source can send, in Mbit/s, {@link #LEAST_MEGABITS} to {@link
 *     #MOST_MEGABITS}
 */
public record CastOptions(Optional<Path> net, double sourceMegabits) {

  public static final double LEAST_MEGABITS = 1;
  public static final double MOST_MEGABITS = 100_000;

  /**
   * With an uplink of which each of the source's eight children can have about as much as the
   * receivers of a large audience can send on average, so that it is not the source that limits.
   */
  public static final CastOptions DEFAULT = new CastOptions(Optional.empty(), 100);

  public CastOptions {
    if (!isAllowed(sourceMegabits)) {
      throw new IllegalArgumentException("an uplink of " + sourceMegabits + " Mbit/s");
    }
  }

  /** Whether a source may have such an uplink. */
  public static boolean isAllowed(double megabits) {
    return megabits >= LEAST_MEGABITS && megabits <= MOST_MEGABITS;
  }

  /** As on the command line, each option behind a blank; nothing for the default. */
  String arguments() {
    String folder = net.map(path -> " --net " + path).orElse("");
    return sourceMegabits == DEFAULT.sourceMegabits
        ? folder
        : folder + " --uplink " + String.format(Locale.ROOT, "%s", sourceMegabits);
  }
}
