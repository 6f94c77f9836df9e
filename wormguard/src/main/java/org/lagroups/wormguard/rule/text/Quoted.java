package org.lagroups.wormguard.rule.text;

/**
 * A text within quotes, with what stands around it, as in {@code !"text",nocase}.
 *
 * @param isNegated whether {@code !} stands before the quote
 * @param text between the quotes, with its backslashes
 * @param rest behind the second quote, without blanks around it
 */
public record Quoted(boolean isNegated, String text, String rest) {

  /** The text within the quotes of an option's value. */
  public static Quoted of(Option option) throws Mistake {
    String value = option.required();
    boolean isNegated = value.startsWith("!");
    String quoted = isNegated ? value.substring(1).strip() : value;
    if (!quoted.startsWith("\"")) {
      throw option.mistake("has to be in quotes");
    }
    int end = 1;
    while (end < quoted.length() && quoted.charAt(end) != '"') {
      end += quoted.charAt(end) == '\\' ? 2 : 1;
    }
    if (end >= quoted.length()) {
      throw option.mistake("has a quote that is not closed");
    }
    return new Quoted(isNegated, quoted.substring(1, end), quoted.substring(end + 1).strip());
  }
}
