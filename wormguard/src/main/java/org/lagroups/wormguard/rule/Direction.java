package org.lagroups.wormguard.rule;

/** Between which of the two sides of a header a packet goes. */
public enum Direction {
  /** {@code ->}: from the first to the second. */
  FORWARD,
  /** {@code <>}: either way. */
  BOTH
}
