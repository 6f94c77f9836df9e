package org.lagroups.wormguard.enforce;

import java.util.Locale;

/** What came of it that a rule held for a packet. */
public enum Outcome {
  /** It was told; the rule blocks nothing. */
  ALERTED("told"),
  /** The packet was dropped. */
  BLOCKED("blocked"),
  /** It was dropped since the rule had held before in its flow. */
  REST_OF_FLOW("blocked, as the rest of a flow"),
  /** It passed: it is from or to an address that is never blocked. */
  SPARED("passed: an address that is never blocked"),
  /** It passed: the rule is only tried out, or all are. */
  DRY_RUN("passed: dry run"),
  /** It passed: the rule blocked too much, and is suspended. */
  SUSPENDED("passed: the rule is suspended, as it blocked too much"),
  /** It passed: too few partners vouch for the rule. */
  LAPSED("passed: too few partners vouch for the rule");

  private final String text;

  Outcome(String text) {
    this.text = text;
  }

  /** For programs. */
  public String kind() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** For people, behind what the rule is. */
  public String text() {
    return text;
  }
}
