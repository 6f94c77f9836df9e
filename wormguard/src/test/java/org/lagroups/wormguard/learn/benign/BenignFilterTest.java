package org.lagroups.wormguard.learn.benign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.foreign.MemorySegment;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

final class BenignFilterTest {

  private final SplittableRandom random = new SplittableRandom(Seeds.one());
  private final BenignFilter filter = new BenignFilter(1 << 16, random);

  @Test
  void knowsAllPartsOfWhatItWasGiven() {
    byte[] payload = bytes(2_000);
    filter.add(MemorySegment.ofArray(payload), 100, 1_000);
    MemorySegment memory = MemorySegment.ofArray(payload);
    for (int from = 100; from < 1_000; from++) {
      int length = random.nextInt(BenignFilter.GRAM_BYTES, 1_101 - from);
      assertThat(filter.isKnown(memory, from, length)).isTrue();
      assertThat(filter.longestUnknown(memory, from, length)).isZero();
    }
    assertThat(filter.isKnown(memory, 99, 1_001)).isFalse();
    assertThat(filter.isKnown(memory, 100, BenignFilter.GRAM_BYTES - 1)).isFalse();
    assertThat(filter.longestUnknown(memory, 1_100, 900)).isEqualTo(900);
    assertThat(filter.longestUnknown(memory, 0, 5)).isEqualTo(5);
  }

  @Test
  void tellsTheLongestStretchThatIsUnknown() {
    byte[] known = bytes(100);
    filter.add(MemorySegment.ofArray(known), 0, known.length);
    byte[] payload = new byte[250];
    System.arraycopy(known, 0, payload, 0, 100);
    System.arraycopy(bytes(50), 0, payload, 100, 50);
    System.arraycopy(known, 0, payload, 150, 100);
    // 7 bytes on either side cannot be told from it: with them begin or end sequences of its own.
    assertThat(filter.longestUnknown(MemorySegment.ofArray(payload), 0, 250)).isEqualTo(64);
  }

  @Test
  void takesNoMoreWhenItIsFull() {
    BenignFilter small = new BenignFilter(64, random);
    while (!small.isFull()) {
      small.add(MemorySegment.ofArray(bytes(100)), 0, 100);
    }
    assertThat(small.chanceOfError()).isBetween(0.06, 0.1);
    byte[] late = bytes(100);
    small.add(MemorySegment.ofArray(late), 0, late.length);
    assertThat(small.leftOut()).isEqualTo(1);
    assertThat(small.isKnown(MemorySegment.ofArray(late), 0, late.length)).isFalse();
    assertThat(small.memoryBytes()).isEqualTo(512);
  }

  @Test
  void errsAsOftenAsItSays() {
    byte[] known = bytes(1 << 19);
    filter.add(MemorySegment.ofArray(known), 0, known.length);
    int errors = 0;
    int tries = 20_000;
    for (int i = 0; i < tries; i++) {
      errors += filter.isKnown(MemorySegment.ofArray(bytes(8)), 0, 8) ? 1 : 0;
    }
    // The words differ in how many bits are set, which makes it more than it says.
    assertThat((double) errors / tries)
        .isBetween(0.7 * filter.chanceOfError(), 2 * filter.chanceOfError() + 0.005);
  }

  @Test
  void hasARoomThatIsPossible() {
    for (int words : new int[] {0, 3, Integer.MIN_VALUE, 2 * BenignFilter.MAX_WORDS}) {
      assertThatThrownBy(() -> new BenignFilter(words, random))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  private byte[] bytes(int length) {
    byte[] bytes = new byte[length];
    random.nextBytes(bytes);
    return bytes;
  }
}
