package org.lagroups.scenarios.bench.cast.mesh;

import java.util.BitSet;
import java.util.OptionalInt;
import java.util.function.IntUnaryOperator;
import java.util.random.RandomGenerator;

/** Which of the chunks that a neighbour has and that nobody was asked for is asked for next. */
public enum ChunkChoice {
  /** Any. */
  RANDOM,
  /** One that the fewest neighbours have (Legout, Urvoy-Keller and Michiardi 2006). */
  RAREST;

  /**
   * Chooses; empty if there is none.
   *
   * @param copies how many neighbours have a chunk
   */
  OptionalInt of(BitSet useful, IntUnaryOperator copies, RandomGenerator random) {
    int fewest = Integer.MAX_VALUE;
    int equals = 0;
    int chosen = -1;
    for (int i = useful.nextSetBit(0); i >= 0; i = useful.nextSetBit(i + 1)) {
      int count = this == RANDOM ? 0 : copies.applyAsInt(i);
      if (count < fewest) {
        fewest = count;
        equals = 0;
      }
      // Each of those that are equal so far is as likely as any.
      if (count == fewest && random.nextInt(++equals) == 0) {
        chosen = i;
      }
    }
    return chosen < 0 ? OptionalInt.empty() : OptionalInt.of(chosen);
  }
}
