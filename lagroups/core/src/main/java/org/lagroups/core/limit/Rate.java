package org.lagroups.core.limit;

/**
 * How much of something is allowed.
 *
 * @param perSecond in the long run, above 0
 * @param burst at once after a pause, above 0
 */
public record Rate(double perSecond, double burst) {

  public Rate {
    if (!(perSecond > 0) || !(burst > 0)) {
      throw new IllegalArgumentException(
          "a rate and its burst are above 0, not " + perSecond + " and " + burst);
    }
  }
}
