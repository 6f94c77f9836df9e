package org.lagroups.core.graph;

/**
 * That one node attests to another.
 *
 * @param attester who vouches
 * @param attestee who is vouched for; never the attester itself
 * @param cost what a path pays for this edge, unit-less; above 0, up to {@link #MAX_VALUE}
 * @param capacity how much the edge carries, in the unit of whoever built the graph; 0 to {@link
 *     #MAX_VALUE}. An edge of capacity 0 is still an attestation, and paths may use it.
 */
public record AttestationEdge<V>(V attester, V attestee, double cost, double capacity) {

  /** The highest cost and the highest capacity: sums of them never come near infinity. */
  public static final double MAX_VALUE = 1e15;

  /** The cost of an edge for which none is given: a path then costs as much as it has hops. */
  public static final double DEFAULT_COST = 1;

  /** The capacity of an edge for which none is given. */
  public static final double DEFAULT_CAPACITY = 1;

  /**
   * Checked.
   *
   * @throws IllegalArgumentException if the two are the same, or a number is out of its range
   */
  public AttestationEdge {
    if (attester.equals(attestee)) {
      throw new IllegalArgumentException("nobody attests to itself");
    }
    if (!isCost(cost)) {
      throw new IllegalArgumentException("a cost is above 0 and at most 1e15, not " + cost);
    }
    if (!isCapacity(capacity)) {
      throw new IllegalArgumentException("a capacity is 0 to 1e15, not " + capacity);
    }
  }

  /** Whether {@code value} is in the range of a cost. */
  public static boolean isCost(double value) {
    return value > 0 && value <= MAX_VALUE;
  }

  /** Whether {@code value} is in the range of a capacity. */
  public static boolean isCapacity(double value) {
    return value >= 0 && value <= MAX_VALUE;
  }
}
