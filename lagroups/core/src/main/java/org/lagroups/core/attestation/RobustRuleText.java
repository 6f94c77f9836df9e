package org.lagroups.core.attestation;

import java.util.regex.Pattern;

/** How rules of robust membership look in writing. */
final class RobustRuleText {

  private static final int LONGEST_SHOWN = 40;
  private static final Pattern THRESHOLD = Pattern.compile("[1-9][0-9]?");

  private RobustRuleText() {}

  static RobustRule parse(String text) {
    if (text.equals(RobustRule.NONE.text())) {
      return RobustRule.NONE;
    }
    if (!THRESHOLD.matcher(text).matches()) {
      throw unreadable(text);
    }
    return new RobustRule.Static(Integer.parseInt(text));
  }

  static void requireThreshold(int threshold) {
    if (threshold < 1 || threshold > RobustRule.MAX_THRESHOLD) {
      throw new IllegalArgumentException(
          "a threshold of robust membership is 1 to %d, not %d"
              .formatted(RobustRule.MAX_THRESHOLD, threshold));
    }
  }

  private static IllegalArgumentException unreadable(String text) {
    String shown = text.length() <= LONGEST_SHOWN ? text : text.substring(0, LONGEST_SHOWN) + "…";
    return new IllegalArgumentException(
        "a rule of robust membership is none, or a threshold as 3; not \"%s\"".formatted(shown));
  }
}
