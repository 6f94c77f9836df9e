package org.lagroups.core.monitor.link;

import java.time.Duration;

/**
 * What {@link ThroughputFloor} calls too little.
 *
 * @param floorBitsPerSecond less than this is, above 0
 * @param window over that much time in which something was wanted, {@link #MIN_WINDOW} to {@link
 *     #MAX_WINDOW}
 */
public record ThroughputSettings(long floorBitsPerSecond, Duration window) {

  /** The shortest window. */
  public static final Duration MIN_WINDOW = Duration.ofMillis(10);

  /** The longest window. */
  public static final Duration MAX_WINDOW = Duration.ofHours(1);

  public ThroughputSettings {
    if (floorBitsPerSecond < 1) {
      throw new IllegalArgumentException("a floor is 1 bit/s or more, not " + floorBitsPerSecond);
    }
    if (window.compareTo(MIN_WINDOW) < 0 || window.compareTo(MAX_WINDOW) > 0) {
      throw new IllegalArgumentException("a window is 10 ms to 1 h, not " + window);
    }
  }
}
