package org.lagroups.wormguard.engine.payload;

import java.util.Arrays;
import org.lagroups.wormguard.rule.payload.Operand;

/** The numbers that the conditions of one rule keep for each other. */
final class Slots {

  /** Further than any place: what is greater is taken for it. */
  private static final long FAR = 1L << 40;

  private long[] values = new long[8];

  /** Forgets all, and makes room. */
  void begin(int count) {
    if (count > values.length) {
      values = new long[count];
    }
    Arrays.fill(values, 0, count, 0);
  }

  void put(int slot, long value) {
    values[slot] = value;
  }

  /** All 64 bits of an operand. */
  long bits(Operand operand) {
    return switch (operand) {
      case Operand.Constant(long value) -> value;
      case Operand.Slot(int slot) -> values[slot];
    };
  }

  /** An operand as a distance: with its sign, and never so far that sums overflow. */
  long place(Operand operand) {
    return Math.clamp(bits(operand), -FAR, FAR);
  }

  /** An unsigned number as a distance. */
  static long distance(long unsigned) {
    return unsigned < 0 || unsigned > FAR ? FAR : unsigned;
  }
}
