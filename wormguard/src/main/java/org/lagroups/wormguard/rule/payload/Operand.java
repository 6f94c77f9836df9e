package org.lagroups.wormguard.rule.payload;

/** A number that is written in the rule, or was read from the payload before. */
public sealed interface Operand {

  /** Zero. */
  Operand ZERO = new Constant(0);

  /** A number in the rule; one without a sign where it is compared with what was read. */
  record Constant(long value) implements Operand {}

  /**
   * A number that an earlier {@link ByteExtract} or {@link ByteMath} keeps.
   *
   * @param slot from 0
   */
  record Slot(int slot) implements Operand {}
}
