package org.lagroups.fileshare.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Reads what a person types: words; {@code begin*} for beginnings of words; {@code -word} for what
 * must not be there. Everything else separates words.
 */
public final class QueryParser {

  /** The longest text that is read. */
  public static final int MAX_LENGTH = 512;

  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}\\p{M}]+");
  private static final Pattern BLANKS = Pattern.compile("\\s+");

  private QueryParser() {}

  /**
   * The query that {@code text} stands for.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  public static Query parse(String text) {
    if (text.length() > MAX_LENGTH) {
      throw new IllegalArgumentException("search for fewer words: at most 512 characters in all");
    }
    List<Term> terms = new ArrayList<>();
    for (String part : BLANKS.split(text.strip(), -1)) {
      addTerms(part.toLowerCase(Locale.ROOT), terms);
    }
    if (terms.size() > Query.MAX_TERMS) {
      throw new IllegalArgumentException("search for fewer words: at most 16");
    }
    if (!Query.isPossible(terms)) {
      throw new IllegalArgumentException("nothing to search for: give at least one word");
    }
    return new Query(terms);
  }

  private static void addTerms(String part, List<Term> terms) {
    boolean without = part.startsWith("-");
    boolean prefix = part.endsWith("*") && !without;
    List<String> words = BETWEEN_WORDS.splitAsStream(part).filter(word -> !word.isEmpty()).toList();
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      boolean last = i == words.size() - 1;
      terms.add(term(word, without, prefix && last));
    }
  }

  private static Term term(String word, boolean without, boolean prefix) {
    if (word.length() > Term.MAX_LENGTH) {
      throw new IllegalArgumentException("this word is too long: " + word.substring(0, 20) + "…");
    }
    if (prefix && word.length() < Term.MIN_PREFIX_LENGTH) {
      throw new IllegalArgumentException(
          "give at least 2 characters before the star, unlike " + word + "*");
    }
    if (without) {
      return new Term(Term.Kind.WITHOUT, word);
    }
    return new Term(prefix ? Term.Kind.PREFIX : Term.Kind.WORD, word);
  }
}
