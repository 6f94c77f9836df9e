package org.lagroups.multicast.relay.held;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.wire.Held;
import org.lagroups.simnet.engine.SeedTree;
import org.lagroups.simnet.seed.Seeds;

class SequenceSetTest {

  @Test
  void agreesWithAPlainSet() {
    Seeds.forEach(
        5,
        500,
        seed -> {
          RandomGenerator random = SeedTree.random(seed, "sequences");
          long first = random.nextLong(1_000);
          SequenceSet set = new SequenceSet(first);
          TreeSet<Long> plain = new TreeSet<>();
          long below = first;
          for (int i = 0; i < 3_000; i++) {
            if (random.nextInt(200) == 0) {
              long skip = below + random.nextInt(2_000);
              set.addBelow(skip);
              below = Math.max(below, skip);
            } else {
              long added = below + random.nextInt(random.nextInt(20) == 0 ? 40_000 : 30);
              assertThat(set.add(added)).isEqualTo(plain.add(added));
            }
            while (plain.contains(below)) {
              below++;
            }
            plain.headSet(below).clear();
            assertThat(set.below()).isEqualTo(below);
          }
          check(set, plain, below, random);
        });
  }

  private static void check(
      SequenceSet set, SortedSet<Long> plain, long below, RandomGenerator random) {
    long end = plain.isEmpty() ? below : plain.last() + 1;
    assertThat(set.end()).isEqualTo(end);
    Held held = set.held();
    for (int i = 0; i < 1_000; i++) {
      long at = below - 5 + random.nextLong(end - below + 10);
      boolean has = at < below || plain.contains(at);
      assertThat(set.has(at)).isEqualTo(has);
      assertThat(held.has(at)).isEqualTo(at < below || (at >= held.base() && has));
      long missing = Math.max(at, below);
      while (plain.contains(missing)) {
        missing++;
      }
      assertThat(set.nextMissing(at)).isEqualTo(missing);
    }
  }

  @Test
  void reachesOnlySoFar() {
    SequenceSet set = new SequenceSet(10);
    assertThat(set.reaches(9L + SequenceSet.MAX_AHEAD)).isTrue();
    assertThat(set.reaches(10L + SequenceSet.MAX_AHEAD)).isFalse();
    assertThatThrownBy(() -> set.add(10L + SequenceSet.MAX_AHEAD))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void tellsNoMoreThanFitsIntoAReport() {
    SequenceSet set = new SequenceSet(0);
    set.add(3);
    set.add(100_000);
    Held held = set.held();
    assertThat(held.below()).isZero();
    assertThat(held.bits().length()).isEqualTo(Held.MAX_BITS / 8);
    assertThat(held.has(100_000)).isTrue();
    assertThat(held.has(3)).isFalse();
    assertThat(held.end()).isEqualTo(100_001);
  }
}
