package org.lagroups.wormguard.rule.payload;

/**
 * A number in the buffer is kept for later conditions, after a calculation in 64 bits ({@code
 * byte_math}). Where that divides by zero, the condition does not hold.
 *
 * @param right the right side of the operation; the number is the left
 * @param slot where the result is kept
 */
public record ByteMath(NumberField field, Operation operation, Operand right, int slot)
    implements Condition {

  /** What is calculated. */
  public enum Operation {
    /** Sum. */
    ADD,
    /** Difference. */
    SUBTRACT,
    /** Product. */
    MULTIPLY,
    /** Quotient, rounded down. */
    DIVIDE,
    /** The bits of the number, moved up. */
    SHIFT_LEFT,
    /** The bits of the number, moved down. */
    SHIFT_RIGHT
  }
}
