package org.lagroups.fileshare.record;

import java.nio.charset.StandardCharsets;
import org.lagroups.machine.Printable;

/**
 * The name of a file without its folder, safe to show on one line and to use as a name in any
 * folder: no separators, no control, format or bidirectional-override characters, not {@code .} or
 * {@code ..}, no blank at either end.
 *
 * @param text 1 to {@link #MAX_BYTES} bytes in UTF-8
 */
public record FileName(String text) implements Comparable<FileName> {

  /** The longest name in bytes of UTF-8, as on most file systems. */
  public static final int MAX_BYTES = 255;

  private static final int MAX_EXTENSION_LENGTH = 16;
  private static final String NAMELESS = "unnamed";
  private static final char SUBSTITUTE = '_';

  /**
   * Checks the rules.
   *
   * @throws IllegalArgumentException if {@code text} breaks one
   */
  public FileName {
    if (!isSafe(text)) {
      throw new IllegalArgumentException("not the name of a file: " + Printable.of(text));
    }
  }

  /** Whether {@code text} can be a name. */
  public static boolean isSafe(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_BYTES
        && utf8Length(text) <= MAX_BYTES
        && !text.equals(".")
        && !text.equals("..")
        && text.strip().length() == text.length()
        && text.codePoints().allMatch(FileName::isSafe);
  }

  /**
   * The name nearest to {@code text}: what is unsafe replaced by {@code _}, what is too long cut.
   */
  public static FileName sanitised(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.strip().codePoints().forEach(c -> safe.appendCodePoint(isSafe(c) ? c : SUBSTITUTE));
    String candidate = cut(safe.toString().strip(), MAX_BYTES);
    if (candidate.isEmpty()) {
      return new FileName(NAMELESS);
    }
    return new FileName(isSafe(candidate) ? candidate : candidate.replace('.', SUBSTITUTE));
  }

  /**
   * The same name with {@code marker} before its extension, cut so that it stays a name.
   *
   * @param marker such as {@code " (2)"}, made of safe characters
   */
  public FileName marked(String marker) {
    String extension = extension();
    String stem = text.substring(0, text.length() - extension.length());
    int room = MAX_BYTES - utf8Length(marker) - utf8Length(extension);
    return new FileName(cutEnd(stem, room) + marker + extension);
  }

  /** The beginning of {@code text}, at most {@code maxBytes} long in UTF-8. */
  public static String cutEnd(String text, int maxBytes) {
    int end = text.length();
    while (utf8Length(text.substring(0, end)) > maxBytes) {
      end = text.offsetByCodePoints(end, -1);
    }
    return text.substring(0, end);
  }

  private String extension() {
    return extensionOf(text);
  }

  private static String cut(String text, int maxBytes) {
    if (utf8Length(text) <= maxBytes) {
      return text;
    }
    String extension = extensionOf(text);
    String stem = text.substring(0, text.length() - extension.length());
    return cutEnd(stem, maxBytes - utf8Length(extension)).strip() + extension;
  }

  private static String extensionOf(String text) {
    int dot = text.lastIndexOf('.');
    return dot < 1 || text.length() - dot > MAX_EXTENSION_LENGTH ? "" : text.substring(dot);
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static boolean isSafe(int codePoint) {
    return codePoint != '/'
        && codePoint != '\\'
        && switch (Character.getType(codePoint)) {
          case Character.CONTROL,
              Character.FORMAT,
              Character.SURROGATE,
              Character.LINE_SEPARATOR,
              Character.PARAGRAPH_SEPARATOR ->
              false;
          default -> true;
        };
  }

  @Override
  public int compareTo(FileName other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
