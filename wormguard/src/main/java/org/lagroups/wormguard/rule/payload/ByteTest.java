package org.lagroups.wormguard.rule.payload;

/** A number in the buffer is as wanted ({@code byte_test}). */
public record ByteTest(NumberField field, boolean isNegated, Comparison comparison, Operand with)
    implements Condition {

  /** What is asked of a number; both sides are without a sign. */
  public enum Comparison {
    /** Less. */
    LESS,
    /** Less or equal. */
    AT_MOST,
    /** The same. */
    EQUAL,
    /** Greater or equal. */
    AT_LEAST,
    /** Greater. */
    GREATER,
    /** One of the bits is set that are set on the other side. */
    ANY_BIT,
    /** One of the bits differs. */
    OTHER_BIT;

    /** Whether it holds. */
    public boolean holds(long left, long right) {
      int order = Long.compareUnsigned(left, right);
      return switch (this) {
        case LESS -> order < 0;
        case AT_MOST -> order <= 0;
        case EQUAL -> order == 0;
        case AT_LEAST -> order >= 0;
        case GREATER -> order > 0;
        case ANY_BIT -> (left & right) != 0;
        case OTHER_BIT -> (left ^ right) != 0;
      };
    }
  }
}
