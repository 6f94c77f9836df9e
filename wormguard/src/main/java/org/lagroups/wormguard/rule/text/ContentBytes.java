package org.lagroups.wormguard.rule.text;

import java.io.ByteArrayOutputStream;
import org.lagroups.machine.Bytes;

/** The bytes that {@code content} stands for: text, hexadecimal between bars, and escapes. */
public final class ContentBytes {

  /** The longest content. */
  public static final int MAX_BYTES = 8_192;

  private static final String ESCAPED = "\\\":;|";

  private final String keyword;
  private final String text;
  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  private ContentBytes(String keyword, String text) {
    this.keyword = keyword;
    this.text = text;
  }

  /** The bytes, of which there is at least one. */
  public static Bytes of(String keyword, String text) throws Mistake {
    return new ContentBytes(keyword, text).read();
  }

  private Bytes read() throws Mistake {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '|') {
        at = hexadecimal(at + 1);
      } else {
        if (c == '\\') {
          at++;
          if (at == text.length() || ESCAPED.indexOf(text.charAt(at)) < 0) {
            throw new Mistake(keyword, "has a backslash before what needs none: write \\\\");
          }
        }
        bytes.write(text.charAt(at));
        at++;
      }
    }
    if (bytes.size() == 0 || bytes.size() > MAX_BYTES) {
      throw new Mistake(
          keyword, "has %d bytes, and may have 1 to %d".formatted(bytes.size(), MAX_BYTES));
    }
    return Bytes.wrapOwned(bytes.toByteArray());
  }

  /** Reads up to the second bar; the place behind it. */
  private int hexadecimal(int from) throws Mistake {
    int high = -1;
    for (int at = from; at < text.length(); at++) {
      char c = text.charAt(at);
      if (c == '|') {
        if (high >= 0) {
          throw new Mistake(keyword, "has an odd number of digits between bars");
        }
        return at + 1;
      }
      int digit = Character.digit(c, 16);
      if (digit < 0 && c != ' ') {
        throw new Mistake(keyword, "has something else than hexadecimal digits between bars");
      }
      if (digit >= 0 && high >= 0) {
        bytes.write((high << 4) | digit);
        high = -1;
      } else if (digit >= 0) {
        high = digit;
      }
    }
    throw new Mistake(keyword, "has a bar that is not closed");
  }
}
