package org.lagroups.wormguard.rule.pattern.syntax;

/**
 * How an expression is meant.
 *
 * @param isCaseless {@code i}: A to Z are as good as a to z
 * @param isMultiline {@code m}: {@code ^} and {@code $} also hold at the ends of lines
 * @param isDotAll {@code s}: a dot also means a line feed
 * @param isExtended {@code x}: blanks and comments in the expression mean nothing
 * @param isAnchored {@code A}: only where the search begins
 * @param isDollarEnd {@code E}: {@code $} does not hold before a line feed at the end
 * @param isUngreedy {@code G}: repetitions take little unless {@code ?} follows
 */
public record PatternFlags(
    boolean isCaseless,
    boolean isMultiline,
    boolean isDotAll,
    boolean isExtended,
    boolean isAnchored,
    boolean isDollarEnd,
    boolean isUngreedy) {

  /** None of them. */
  public static final PatternFlags NONE =
      new PatternFlags(false, false, false, false, false, false, false);

  /** The letters of those that there are. */
  private static final String LETTERS = "imsxAEG";

  /** Whether a letter stands for a flag. */
  public static boolean isFlag(char letter) {
    return LETTERS.indexOf(letter) >= 0;
  }

  /** These, with a flag set or not. */
  public PatternFlags with(char letter, boolean isSet) {
    return new PatternFlags(
        letter == 'i' ? isSet : isCaseless,
        letter == 'm' ? isSet : isMultiline,
        letter == 's' ? isSet : isDotAll,
        letter == 'x' ? isSet : isExtended,
        letter == 'A' ? isSet : isAnchored,
        letter == 'E' ? isSet : isDollarEnd,
        letter == 'G' ? isSet : isUngreedy);
  }
}
