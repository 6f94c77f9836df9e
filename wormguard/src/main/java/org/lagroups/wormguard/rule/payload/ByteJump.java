package org.lagroups.wormguard.rule.payload;

/**
 * The cursor moves by a number in the buffer ({@code byte_jump}). A place before the buffer's start
 * is its start; one behind its end is none, and the condition does not hold.
 *
 * @param multiplier at least 1; the number is multiplied by it
 * @param isAligned whether it is then rounded up to a multiple of 4
 * @param base from where the jump goes
 * @param after added to the place
 */
public record ByteJump(NumberField field, long multiplier, boolean isAligned, Base base, long after)
    implements Condition {

  /** From where a jump goes. */
  public enum Base {
    /** From behind the number. */
    NUMBER,
    /** From the buffer's start. */
    START,
    /** From the buffer's end. */
    END
  }
}
