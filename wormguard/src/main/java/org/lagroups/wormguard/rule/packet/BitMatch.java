package org.lagroups.wormguard.rule.packet;

/** How bits are compared to those that a rule names. */
public enum BitMatch {
  /** These and no others. */
  EXACTLY,
  /** All of these ({@code +}). */
  ALL,
  /** At least one of these ({@code *}). */
  ANY,
  /** Not all of these ({@code !}). */
  NOT_ALL;

  /** Whether {@code bits} are as wanted. */
  public boolean matches(int bits, int wanted) {
    return switch (this) {
      case EXACTLY -> bits == wanted;
      case ALL -> (bits & wanted) == wanted;
      case ANY -> (bits & wanted) != 0;
      case NOT_ALL -> (bits & wanted) != wanted;
    };
  }
}
