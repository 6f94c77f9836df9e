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
   * Reads what {@link #text} writes: {@code none}, or a threshold as {@code 3}.
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
}
