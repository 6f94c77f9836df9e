package org.lagroups.core.attestation;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How rules of robust membership look in writing. */
final class RobustRuleText {

  private static final int LONGEST_SHOWN = 40;
  private static final Pattern RULE =
      Pattern.compile(
          "(?<word>[a-z]{1,20})(?:/(?<fallback>[1-9][0-9]?))?|(?<threshold>[1-9][0-9]?)");

  private RobustRuleText() {}

  static RobustRule parse(String text) {
    if (text.equals(RobustRule.NONE.text())) {
      return RobustRule.NONE;
    }
    Matcher parts = RULE.matcher(text);
    if (!parts.matches()) {
      throw unreadable(text);
    }
    String threshold = parts.group("threshold");
    if (threshold != null) {
      return new RobustRule.Static(Integer.parseInt(threshold));
    }
    String fallback = parts.group("fallback");
    Optional<ThresholdFunction> function = ThresholdFunction.byWord(parts.group("word"));
    return new RobustRule.Dynamic(
        function.orElseThrow(() -> unreadable(text)),
        fallback == null ? 1 : Integer.parseInt(fallback));
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
        "a rule of robust membership is none, a threshold as 3, or third or majority, with the"
            + " static threshold as in third/2; not \"%s\"".formatted(shown));
  }
}
