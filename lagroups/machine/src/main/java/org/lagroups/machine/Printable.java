package org.lagroups.machine;

/**
 * Text from strangers made safe to show on one line: no control, format or bidirectional-override
 * characters, and never long.
 */
public final class Printable {

  private static final int MAX_LENGTH = 120;

  private Printable() {}

  /** {@code text} with unsafe characters replaced by U+FFFD, cut at 120 characters. */
  public static String of(String text) {
    return of(text, MAX_LENGTH);
  }

  /**
   * {@code text} with unsafe characters replaced by U+FFFD, cut at {@code maxLength} characters.
   */
  public static String of(String text, int maxLength) {
    StringBuilder out = new StringBuilder(Math.min(text.length(), maxLength) + 1);
    text.codePoints().limit(maxLength).forEach(c -> out.appendCodePoint(isSafe(c) ? c : 0xFFFD));
    if (text.codePointCount(0, text.length()) > maxLength) {
      out.append('…');
    }
    return out.toString();
  }

  private static boolean isSafe(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.UNASSIGNED,
          Character.PRIVATE_USE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          false;
      default -> true;
    };
  }
}
