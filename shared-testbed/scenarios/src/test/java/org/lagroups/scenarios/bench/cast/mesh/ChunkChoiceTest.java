package org.lagroups.scenarios.bench.cast.mesh;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.BitSet;
import java.util.HashSet;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;

final class ChunkChoiceTest {

  private static final SplittableRandom RANDOM = new SplittableRandom(1);

  @Test
  void randomMayBeAnyUsefulOne() {
    assertThat(drawn(ChunkChoice.RANDOM, chunk -> chunk)).containsExactly(2, 5, 6);
  }

  @Test
  void rarestIsOneOfThoseThatFewestHave() {
    assertThat(drawn(ChunkChoice.RAREST, chunk -> chunk == 2 ? 3 : 1)).containsExactly(5, 6);
    assertThat(drawn(ChunkChoice.RAREST, chunk -> 7 - chunk)).containsExactly(6);
  }

  @Test
  void choosesNoneWhereNoneIsUseful() {
    for (ChunkChoice choice : ChunkChoice.values()) {
      assertThat(choice.of(new BitSet(), chunk -> 1, RANDOM)).isEqualTo(OptionalInt.empty());
    }
  }

  private static Set<Integer> drawn(ChunkChoice choice, IntUnaryOperator copies) {
    BitSet useful = new BitSet();
    useful.set(2);
    useful.set(5);
    useful.set(6);
    Set<Integer> drawn = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      choice.of(useful, copies, RANDOM).ifPresent(drawn::add);
    }
    return drawn;
  }
}
