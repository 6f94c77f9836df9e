package org.lagroups.fileshare.query;

import java.util.Locale;
import java.util.regex.Pattern;
import org.lagroups.machine.Printable;

/**
 * One word of a query.
 *
 * @param text letters, digits and marks in lower case, 1 to {@link #MAX_LENGTH} of them; a prefix
 *     has at least {@link #MIN_PREFIX_LENGTH}
 */
public record Term(Kind kind, String text) {

  /** The longest word in UTF-16 units. */
  public static final int MAX_LENGTH = 64;

  /** The shortest prefix: shorter ones would fit most of an index. */
  public static final int MIN_PREFIX_LENGTH = 2;

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]{1," + MAX_LENGTH + "}");

  /** How a word is meant. */
  public enum Kind {
    /** The whole word has to be there. */
    WORD,
    /** A word that begins like this has to be there. */
    PREFIX,
    /** The word must not be there. */
    WITHOUT
  }

  /**
   * Checks the form.
   *
   * @throws IllegalArgumentException if {@code text} is no such word
   */
  public Term {
    if (!isPossible(kind, text)) {
      throw new IllegalArgumentException("not a word to search for: " + Printable.of(text));
    }
  }

  /** Whether there is such a term. */
  public static boolean isPossible(Kind kind, String text) {
    return text.length() <= MAX_LENGTH
        && WORD.matcher(text).matches()
        && text.equals(text.toLowerCase(Locale.ROOT))
        && (kind != Kind.PREFIX || text.length() >= MIN_PREFIX_LENGTH);
  }

  /** As a person types it. */
  @Override
  public String toString() {
    return switch (kind) {
      case WORD -> text;
      case PREFIX -> text + "*";
      case WITHOUT -> "-" + text;
    };
  }
}
