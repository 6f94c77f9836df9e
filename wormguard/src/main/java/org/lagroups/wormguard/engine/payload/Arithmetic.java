package org.lagroups.wormguard.engine.payload;

import org.lagroups.wormguard.rule.payload.ByteExtract;
import org.lagroups.wormguard.rule.payload.ByteJump;
import org.lagroups.wormguard.rule.payload.ByteMath;
import org.lagroups.wormguard.rule.payload.ByteMath.Operation;

/** What rules calculate with numbers that were read: 64 bits without a sign. */
final class Arithmetic {

  private static final int JUMP_ALIGNMENT = 4;

  private Arithmetic() {}

  /** What an extracted number is kept as. */
  static long extracted(ByteExtract extract, long number) {
    return aligned(number * extract.multiplier(), extract.alignment());
  }

  /** How far a jump goes, from 0. */
  static long jump(ByteJump jump, long number) {
    long distance = Slots.distance(number) * jump.multiplier();
    return jump.isAligned() ? aligned(distance, JUMP_ALIGNMENT) : distance;
  }

  /** Whether there is a result. */
  static boolean isDefined(ByteMath math, long right) {
    return math.operation() != Operation.DIVIDE || right != 0;
  }

  /** The result of a calculation that has one. */
  static long result(ByteMath math, long left, long right) {
    boolean shiftsAllOut = right < 0 || right >= Long.SIZE;
    return switch (math.operation()) {
      case ADD -> left + right;
      case SUBTRACT -> left - right;
      case MULTIPLY -> left * right;
      case DIVIDE -> Long.divideUnsigned(left, right);
      case SHIFT_LEFT -> shiftsAllOut ? 0 : left << right;
      case SHIFT_RIGHT -> shiftsAllOut ? 0 : left >>> right;
    };
  }

  /** Rounds up to a multiple of a power of two. */
  private static long aligned(long number, int alignment) {
    return (number + alignment - 1) & -alignment;
  }
}
