package org.lagroups.core.monitor.link;

import java.time.Duration;
import org.lagroups.core.limit.Rate;

/**
 * What {@link FloodCeiling} calls too much.
 *
 * @param messages what may arrive; one that brings more at once than the burst is too much
 * @param bytes likewise
 * @param window for how long one finding stands, {@link #MIN_WINDOW} to {@link #MAX_WINDOW}
 */
public record FloodSettings(Rate messages, Rate bytes, Duration window) {

  /** The shortest window. */
  public static final Duration MIN_WINDOW = Duration.ofMillis(10);

  /** The longest window. */
  public static final Duration MAX_WINDOW = Duration.ofHours(1);

  public FloodSettings {
    if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
      throw new IllegalArgumentException("a window is 10 ms to 1 h, not " + window);
    }
  }
}
