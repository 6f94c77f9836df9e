package org.lagroups.core.attestation;

/**
 * By which rule nodes of a group are its robust members: those with attestations for and from at
 * least t others of them (paper, section 2.2, "A t-robust group membership protocol").
 */
public sealed interface RobustRule {

  /** The largest t: all others of the largest group. */
  int MAX_THRESHOLD = GroupSettings.HARD_MAX_MEMBERS - 1;

  /** The group has no robust membership. */
  RobustRule NONE = new None();

  /**
   * Reads what {@link #text} writes: {@code none}; a threshold as {@code 3}; or {@code third} or
   * {@code majority}, with the static threshold behind a slash, 1 if it is missing.
   *
   * @throws IllegalArgumentException with a message for the person who typed it
   */
  static RobustRule parse(String text) {
    return RobustRuleText.parse(text);
  }

  /** One short word, ASCII. */
  String text();

  /** No rule. */
  record None() implements RobustRule {
    @Override
    public String text() {
      return "none";
    }
  }

  /**
   * A fixed threshold: each node finds the members in its own view, and needs nobody's agreement.
   *
   * @param threshold t, 1 to {@link #MAX_THRESHOLD}
   */
  record Static(int threshold) implements RobustRule {
    public Static {
      RobustRuleText.requireThreshold(threshold);
    }

    @Override
    public String text() {
      return Integer.toString(threshold);
    }
  }

  /**
   * A threshold that grows and shrinks with the group: members agree on one view after another.
   *
   * @param staticThreshold the fixed t by which a node finds the members for as long as it has no
   *     part in the agreement, 1 to {@link #MAX_THRESHOLD}
   */
  record Dynamic(ThresholdFunction function, int staticThreshold) implements RobustRule {
    public Dynamic {
      RobustRuleText.requireThreshold(staticThreshold);
    }

    @Override
    public String text() {
      return function.word() + "/" + staticThreshold;
    }
  }
}
