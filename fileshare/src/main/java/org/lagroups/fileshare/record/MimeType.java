package org.lagroups.fileshare.record;

import java.util.regex.Pattern;
import org.lagroups.machine.Printable;

/**
 * What kind of content a file has (RFC 6838), in lower case and without parameters.
 *
 * @param text such as {@code text/plain}; at most {@link #MAX_LENGTH} characters
 */
public record MimeType(String text) {

  /** The longest type in characters. */
  public static final int MAX_LENGTH = 127;

  private static final Pattern TYPE =
      Pattern.compile("[a-z0-9][a-z0-9!#$&^_.+-]{0,62}/[a-z0-9][a-z0-9!#$&^_.+-]{0,62}");

  /** Content of which nothing is known. */
  public static final MimeType UNKNOWN = new MimeType("application/octet-stream");

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@code text} is no type
   */
  public MimeType {
    if (!isType(text)) {
      throw new IllegalArgumentException("not a MIME type: " + Printable.of(text));
    }
  }

  /** Whether {@code text} can be a type. */
  public static boolean isType(String text) {
    return text.length() <= MAX_LENGTH && TYPE.matcher(text).matches();
  }

  @Override
  public String toString() {
    return text;
  }
}
