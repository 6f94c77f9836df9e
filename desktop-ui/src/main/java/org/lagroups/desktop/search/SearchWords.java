package org.lagroups.desktop.search;

import java.util.regex.Pattern;

/** What is asked for while somebody types: the last word may not be whole yet. */
final class SearchWords {

  private static final int LEAST_BEGINNING = 2;

  private static final Pattern WHOLE_FILE =
      Pattern.compile("\\s*(magnet:.*|\\p{XDigit}{64})\\s*", Pattern.CASE_INSENSITIVE);

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  private SearchWords() {}

  /**
   * The query: what was typed, with a star after a last word that may go on. A blank after it, a
   * minus before it, a root or a magnet link are taken as they are.
   */
  static String of(String typed) {
    if (WHOLE_FILE.matcher(typed).matches()) {
      return typed.strip();
    }
    String last = typed.substring(typed.lastIndexOf(' ') + 1);
    boolean mayGoOn = last.length() >= LEAST_BEGINNING && WORD.matcher(last).matches();
    return mayGoOn ? typed + "*" : typed.strip();
  }

  /** What was typed for a query. */
  static String typed(String query) {
    return query.endsWith("*") ? query.substring(0, query.length() - 1) : query;
  }
}
