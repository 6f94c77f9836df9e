package org.lagroups.node.cli.graph;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Numbers for people. */
final class Numbers {

  private static final double MAX_EXACT_INTEGER = 1e15;

  private Numbers() {}

  /** A number without needless digits. */
  static String text(double value) {
    return value == Math.rint(value) && Math.abs(value) < MAX_EXACT_INTEGER
        ? Long.toString((long) value)
        : String.format(Locale.ROOT, "%.6g", value);
  }

  /** The same, or a word where there is no number. */
  static String text(@Nullable Double value, String otherwise) {
    return value == null ? otherwise : text(value.doubleValue());
  }

  /** {@code 1 node}, {@code 2 nodes}. */
  static String count(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }
}
