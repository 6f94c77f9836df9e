package org.lagroups.wormguard.rule.payload;

/**
 * How a number is read from the buffer. It cannot be where it does not lie within the buffer in
 * whole, or its text has no digit; then the condition does not hold, negated or not.
 *
 * @param count bytes that it has: 1 to 8, as text up to 23; 0 only in {@link ByteJump}, and reads 0
 * @param offset where it begins, from the buffer's start or from the cursor
 * @param encoding how it is written
 * @param mask of what was read, these bits are kept, and shifted right until the lowest of them is
 *     the lowest; 0 keeps all
 */
public record NumberField(
    Operand count, Operand offset, boolean isRelative, Encoding encoding, long mask) {

  /** The most bytes of a binary number. */
  public static final int MAX_BYTES = 8;

  /** The most bytes of a number that is text. */
  public static final int MAX_DIGITS = 23;

  /** How a number is written. */
  public enum Encoding {
    /** The highest byte first. */
    BIG_ENDIAN,
    /** The lowest byte first. */
    LITTLE_ENDIAN,
    /** Decimal digits. */
    DECIMAL,
    /** Hexadecimal digits, with or without {@code 0x}. */
    HEXADECIMAL,
    /** Octal digits. */
    OCTAL;

    /** Whether it is text. */
    public boolean isText() {
      return this == DECIMAL || this == HEXADECIMAL || this == OCTAL;
    }
  }
}
