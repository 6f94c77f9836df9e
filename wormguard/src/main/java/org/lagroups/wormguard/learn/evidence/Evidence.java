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

  /** The longest rule. */
  public static final int MAX_RULE_BYTES = 16_384;

  /** The most samples. */
  public static final int MAX_SAMPLES = 32;

  public Evidence {
    if (rule.isEmpty() || rule.length() > MAX_RULE_BYTES) {
      throw new IllegalArgumentException(
          "the rule has %d bytes, and may have 1 to %d".formatted(rule.length(), MAX_RULE_BYTES));
    }
    if (!rule.chars().allMatch(c -> c >= ' ' && c <= '~')) {
      throw new IllegalArgumentException("the rule has characters that are not printable ASCII");
    }
    if (samples.isEmpty() || samples.size() > MAX_SAMPLES) {
      throw new IllegalArgumentException(
          "there are %d samples, and may be 1 to %d".formatted(samples.size(), MAX_SAMPLES));
    }
    samples = List.copyOf(samples);
  }
}
