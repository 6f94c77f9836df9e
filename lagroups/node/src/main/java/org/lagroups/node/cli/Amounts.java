package org.lagroups.node.cli;

import java.util.Locale;

/** Lengths and durations as people read them. */
public final class Amounts {

  private static final String[] UNITS = {"B", "kB", "MB", "GB", "TB"};
  private static final int STEP = 1000;
  private static final int BAR_WIDTH = 24;
  private static final int MINUTE = 60;
  private static final int HOUR = 60 * MINUTE;

  private Amounts() {}

  /** Such as {@code 1.4 MB}. */
  public static String bytes(long bytes) {
    double value = bytes;
    int unit = 0;
    while (value >= STEP && unit < UNITS.length - 1) {
      value /= STEP;
      unit++;
    }
    return unit == 0
        ? bytes + " B"
        : String.format(Locale.ROOT, value < 10 ? "%.1f %s" : "%.0f %s", value, UNITS[unit]);
  }

  /** Such as {@code 3 min 20 s}; nothing for a negative number. */
  public static String seconds(long seconds) {
    if (seconds < 0) {
      return "";
    }
    if (seconds < MINUTE) {
      return seconds + " s";
    }
    return seconds < HOUR
        ? "%d min %d s".formatted(seconds / MINUTE, seconds % MINUTE)
        : "%d h %d min".formatted(seconds / HOUR, seconds % HOUR / MINUTE);
  }

  /** A bar that is full when {@code done} is {@code whole}. */
  public static String bar(long done, long whole) {
    int filled = whole <= 0 ? BAR_WIDTH : (int) (BAR_WIDTH * Math.min(done, whole) / whole);
    return "[" + "#".repeat(filled) + "-".repeat(BAR_WIDTH - filled) + "]";
  }
}
