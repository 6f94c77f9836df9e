package org.lagroups.wormguard.match;

/** Which of the places where a literal ends are reported. */
public enum Reporting {
  /** All of them. */
  EVERY_END,

  /**
   * The first one in each text. A text that repeats a literal over and over, perhaps to keep its
   * reader busy, then costs Hyperscan hardly more than others; the automaton reads it all the same.
   */
  FIRST_END
}
