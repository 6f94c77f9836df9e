package org.lagroups.core.limit;

/**
 * How much of something is allowed.
 *
 * @param perSecond in the long run, 0 or more
 * @param burst at once after a pause, 0 or more
 */
public record Rate(double perSecond, double burst) {

  /** Nothing is allowed. */
  public static final Rate NOTHING = new Rate(0, 0);

  public Rate {
    if (!(perSecond >= 0) || !(burst >= 0)) {
      throw new IllegalArgumentException(
          "a rate and its burst are 0 or more, not " + perSecond + " and " + burst);
    }
  }
}
