package org.lagroups.wormguard.rule.keyword;

import org.lagroups.wormguard.rule.packet.NumberRange;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Numbers;

/**
 * Reads {@code 5}, {@code !5}, {@code <5}, {@code <=5}, {@code >5}, {@code >=5}, and {@code 5<>9}
 * or {@code 5-9}, which both mean 6, 7 and 8.
 */
final class RangeText {

  private RangeText() {}

  static NumberRange read(String keyword, String value, long greatest) throws Mistake {
    String text = value.strip();
    if (text.startsWith("!")) {
      String rest = text.substring(text.startsWith("!=") ? 2 : 1);
      NumberRange range = read(keyword, rest, greatest);
      return new NumberRange(range.least(), range.greatest(), !range.isNegated());
    }
    if (text.startsWith("<=")) {
      return new NumberRange(0, number(keyword, text, 2, greatest), false);
    }
    if (text.startsWith("<")) {
      return checked(keyword, 0, number(keyword, text, 1, greatest) - 1);
    }
    if (text.startsWith(">=")) {
      return new NumberRange(number(keyword, text, 2, greatest), greatest, false);
    }
    if (text.startsWith(">")) {
      return checked(keyword, number(keyword, text, 1, greatest) + 1, greatest);
    }
    int between = text.indexOf("<>");
    int dash = text.indexOf('-');
    if (between >= 0 || dash >= 0) {
      int at = between >= 0 ? between : dash;
      long least = Numbers.within(keyword, text.substring(0, at), 0, greatest) + 1;
      int length = between >= 0 ? 2 : 1;
      return checked(keyword, least, number(keyword, text, at + length, greatest) - 1);
    }
    return NumberRange.only(number(keyword, text, text.startsWith("=") ? 1 : 0, greatest));
  }

  private static long number(String keyword, String text, int from, long greatest) throws Mistake {
    return Numbers.within(keyword, text.substring(from), 0, greatest);
  }

  private static NumberRange checked(String keyword, long least, long greatest) throws Mistake {
    if (least > greatest) {
      throw new Mistake(keyword, "has a range without a number in it; its ends do not count");
    }
    return new NumberRange(least, greatest, false);
  }
}
