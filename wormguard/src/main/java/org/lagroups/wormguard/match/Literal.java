package org.lagroups.wormguard.match;

import org.lagroups.machine.Bytes;

/**
 * A byte string that is looked for.
 *
 * @param id what its hits are reported by; not negative, and its own within a set
 * @param content what is looked for, any bytes
 * @param caseless whether the letters A to Z and a to z stand for each other; no other byte does
 */
public record Literal(int id, Bytes content, boolean caseless) {

  /** The longest literal that a set takes, in bytes. */
  public static final int MAX_LENGTH_BYTES = 8_192;

  /**
   * Checks the id.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public Literal {
    if (id < 0) {
      throw new IllegalArgumentException("the id of a literal is negative: " + id);
    }
  }
}
