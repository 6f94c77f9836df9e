package org.lagroups.core.attestation;

/**
 * The points in time at which attestations of a group may end: multiples of a fraction of T_a. So
 * every attester of the same attestee names the same expiry, and their endorsements can be added up
 * (paper, section 2.2).
 *
 * @param validityMillis T_a, the longest that an attestation may be valid
 */
public record ExpiryGrid(long validityMillis) {

  /** T_a divided by the distance between two points of the grid. */
  public static final int POINTS_PER_VALIDITY = 6;

  public ExpiryGrid {
    if (validityMillis < GroupSettings.MIN_VALIDITY_MILLIS) {
      throw new IllegalArgumentException("T_a is too short: " + validityMillis + " ms");
    }
  }

  /** The distance between two points of the grid in milliseconds. */
  public long stepMillis() {
    return validityMillis / POINTS_PER_VALIDITY;
  }

  /** The expiry of what is issued at {@code nowMillis}: the last point that is at most T_a away. */
  public long expiryFor(long nowMillis) {
    return Math.floorDiv(nowMillis + validityMillis, stepMillis()) * stepMillis();
  }

  /** Whether an expiry lies on the grid. */
  public boolean contains(long expiryMillis) {
    return Math.floorMod(expiryMillis, stepMillis()) == 0;
  }
}
