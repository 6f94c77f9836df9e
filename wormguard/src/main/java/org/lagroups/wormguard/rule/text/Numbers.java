package org.lagroups.wormguard.rule.text;

import java.util.Locale;

/** Whole numbers in options: decimal, or hexadecimal with {@code 0x}. */
public final class Numbers {

  private static final int MAX_DIGITS = 20;

  private Numbers() {}

  /** Whether this is meant as a number, rather than as a name. */
  public static boolean isNumber(String text) {
    return !text.isEmpty()
        && (Character.isDigit(text.charAt(0)) || "+-".indexOf(text.charAt(0)) >= 0);
  }

  /** A number within bounds, which are included. */
  public static long within(String keyword, String text, long least, long greatest) throws Mistake {
    long number = signed(keyword, text.strip());
    if (number < least || number > greatest) {
      throw new Mistake(
          keyword, "has to be from %d to %d, not %d".formatted(least, greatest, number));
    }
    return number;
  }

  /** As {@link #within}, for what is counted in an int. */
  public static int intWithin(String keyword, String text, int least, int greatest) throws Mistake {
    return (int) within(keyword, text, least, greatest);
  }

  /** A number of up to 64 bits without a sign. */
  public static long unsigned(String keyword, String text) throws Mistake {
    String digits = text.strip().toLowerCase(Locale.ROOT);
    if (digits.length() > MAX_DIGITS || digits.startsWith("-")) {
      throw noNumber(keyword, text);
    }
    try {
      return digits.startsWith("0x")
          ? Long.parseUnsignedLong(digits.substring(2), 16)
          : Long.parseUnsignedLong(digits);
    } catch (NumberFormatException e) {
      throw noNumber(keyword, text);
    }
  }

  private static long signed(String keyword, String text) throws Mistake {
    boolean isNegative = text.startsWith("-");
    long magnitude = unsigned(keyword, isNegative ? text.substring(1) : text);
    if (magnitude < 0) {
      throw noNumber(keyword, text);
    }
    return isNegative ? -magnitude : magnitude;
  }

  private static Mistake noNumber(String keyword, String text) {
    return new Mistake(keyword, "has \"" + text + "\" where a number has to be");
  }
}
