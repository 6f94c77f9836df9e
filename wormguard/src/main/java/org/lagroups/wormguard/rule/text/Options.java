package org.lagroups.wormguard.rule.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Takes apart what stands between the parentheses of a rule. */
public final class Options {

  /** The most options of a rule. */
  public static final int MAX_OPTIONS = 1_000;

  private final String text;
  private final List<Option> options = new ArrayList<>();

  private Options(String text) {
    this.text = text;
  }

  /** The options, in their order. A semicolon within quotes, or after a backslash, ends none. */
  public static List<Option> split(String text) throws Mistake {
    return new Options(text).split();
  }

  private List<Option> split() throws Mistake {
    int start = 0;
    boolean isQuoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\') {
        i++;
      } else if (c == '"') {
        isQuoted = !isQuoted;
      } else if (c == ';' && !isQuoted) {
        add(text.substring(start, i));
        start = i + 1;
      }
    }
    String rest = text.substring(start).strip();
    if (!rest.isEmpty()) {
      throw new Mistake(
          name(rest), isQuoted ? "has a quote that is not closed" : "does not end with ;");
    }
    return options;
  }

  private void add(String option) throws Mistake {
    if (option.isBlank()) {
      return;
    }
    if (options.size() == MAX_OPTIONS) {
      throw new Mistake(name(option), "is one option more than " + MAX_OPTIONS);
    }
    int colon = option.indexOf(':');
    options.add(new Option(name(option), colon < 0 ? "" : option.substring(colon + 1).strip()));
  }

  private static String name(String option) {
    int colon = option.indexOf(':');
    return (colon < 0 ? option : option.substring(0, colon)).strip().toLowerCase(Locale.ROOT);
  }
}
