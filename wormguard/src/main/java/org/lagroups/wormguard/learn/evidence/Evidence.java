package org.lagroups.wormguard.learn.evidence;

import java.util.List;

/**
 * What a learned signature stands on.
 *
 * @param rule the signature, in the rule language: 1 to {@link #MAX_RULE_BYTES} printable
 *     characters of ASCII. Whether it is a rule at all is for who reads it to find out
 * @param samples 1 to {@link #MAX_SAMPLES}, in the order in which they came, each from another
 *     source
 */
public record Evidence(String rule, OutbreakCounts counts, List<PayloadSample> samples) {

  /**
   * The longest rule: one of the longest content that is signed, all of it in hexadecimal, fits.
   */
  public static final int MAX_RULE_BYTES = 4_096;

  /** The most samples. */
  public static final int MAX_SAMPLES = 32;

  public Evidence {
    if (rule.isEmpty() || rule.length() > MAX_RULE_BYTES) {
      throw new IllegalArgumentException(
          "the rule has %d bytes, and may have 1 to %d".formatted(rule.length(), MAX_RULE_BYTES));
    }
    if (!isRuleText(rule)) {
      throw new IllegalArgumentException("the rule has characters that are not printable ASCII");
    }
    if (samples.isEmpty() || samples.size() > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "there are %d samples, and may be 1 to %d".formatted(samples.size(), MAX_SAMPLES));
    }
    samples = List.copyOf(samples);
  }

  /** Whether a text may be a rule that travels. Whether it is one is not looked at. */
  public static boolean isRuleText(String text) {
    return !text.isEmpty()
        && text.length() <= MAX_RULE_BYTES
        && text.chars().allMatch(c -> c >= ' ' && c <= '~');
  }
}
