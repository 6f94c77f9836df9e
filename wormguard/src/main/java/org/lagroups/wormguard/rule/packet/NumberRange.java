package org.lagroups.wormguard.rule.packet;

/**
 * A range of numbers, or all but these.
 *
 * @param least included
 * @param greatest included
 * @param isNegated whether the numbers outside are meant
 */
public record NumberRange(long least, long greatest, boolean isNegated) {

  /** Exactly this number. */
  public static NumberRange only(long number) {
    return new NumberRange(number, number, false);
  }

  /** Whether a number is meant. */
  public boolean contains(long number) {
    return (number >= least && number <= greatest) != isNegated;
  }
}
