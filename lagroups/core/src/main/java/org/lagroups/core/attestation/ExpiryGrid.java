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

  /** The distance between two times at which endorsements end, in steps: a third of T_a. */
  private static final int ENDORSEMENT_STEPS = 2;

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

  /**
   * Until when an attester endorses whom it attests to until some expiry: the multiple of a third
   * of T_a before it. Everyone issues an advertisement in every third of T_a, so by the end of each
   * all have signed for the same time.
   */
  public long endorsedUntil(long expiryMillis) {
    return Math.floorDiv(expiryMillis, endorsementStepMillis()) * endorsementStepMillis();
  }

  /** Whether endorsements end at this time. */
  public boolean endorses(long expiryMillis) {
    return Math.floorMod(expiryMillis, endorsementStepMillis()) == 0;
  }

  private long endorsementStepMillis() {
    return ENDORSEMENT_STEPS * stepMillis();
  }

  /** Whether an expiry lies on the grid. */
  public boolean contains(long expiryMillis) {
    return Math.floorMod(expiryMillis, stepMillis()) == 0;
  }
}
