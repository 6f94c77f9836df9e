package org.lagroups.wormguard.cooperate.record;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.wormguard.learn.evidence.Evidence;

/**
 * What a gateway says of one worm, to the members of one group.
 *
 * @param origin who says so
 * @param rule the text of the rule, of printable characters of ASCII, as in its evidence; not yet
 *     looked at: {@link SharedRule} does
 * @param evidence what shows that the rule is about a worm
 * @param issuedMillis wall-clock milliseconds since 1970-01-01 UTC, 0 or more
 * @param expiresMillis when nobody enforces it any more, whoever still vouches: after {@code
 *     issuedMillis}, by at most {@link #MAX_LIFE_MILLIS}
 */
public record SignatureRecord(
    GroupId group,
    NodeId origin,
    String rule,
    EvidenceRef evidence,
    long issuedMillis,
    long expiresMillis) {

  /** The longest text of a rule in bytes. */
  public static final int MAX_RULE_BYTES = Evidence.MAX_RULE_BYTES;

  /** The longest time between issue and expiry: 30 days. */
  public static final long MAX_LIFE_MILLIS = 30L * 86_400_000;

  public SignatureRecord {
    if (!isText(rule)) {
      throw new IllegalArgumentException(
          "a shared rule is one line of 1 to %d printable characters of ASCII; others are written as |hexadecimal|"
              .formatted(MAX_RULE_BYTES));
    }
    if (!isLife(issuedMillis, expiresMillis)) {
      throw new IllegalArgumentException("a signature lives for up to 30 days from its issue");
    }
  }

  static boolean isText(String rule) {
    return !rule.isBlank() && Evidence.isRuleText(rule);
  }

  static boolean isLife(long issuedMillis, long expiresMillis) {
    return issuedMillis >= 0
        && expiresMillis > issuedMillis
        && expiresMillis - issuedMillis <= MAX_LIFE_MILLIS;
  }
}
