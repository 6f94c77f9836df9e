package org.lagroups.multicast.relay.tree;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SplitterTest {

  private static final int CHUNK = 1_000;
  private static final long ALL = 0b111;
  private static final Shape FAST = Shape.hub(0, ALL);
  private static final Shape SLOW = Shape.hub(1, ALL);
  private static final Shape SPARE = Shape.hub(2, ALL);

  private final Splitter splitter = new Splitter(CHUNK);

  SplitterTest() {
    Map<Shape, Double> rates = new LinkedHashMap<>();
    rates.put(FAST, 30_000.0);
    rates.put(SLOW, 10_000.0);
    splitter.use(rates, List.of(FAST, SPARE));
  }

  private Shape next() {
    TreeFlow tree = splitter.next(0, CHUNK, false, any -> true).orElseThrow();
    tree.released(CHUNK);
    return tree.shape();
  }

  @Test
  void splitsInProportionToTheRates() {
    int slow = 0;
    for (int i = 0; i < 400; i++) {
      slow += next().equals(SLOW) ? 1 : 0;
    }
    assertThat(slow).isEqualTo(100);
  }

  @Test
  void usesASpareTreeWhenAllOthersAreFull() {
    int taken = 0;
    Optional<TreeFlow> last = Optional.empty();
    for (Optional<TreeFlow> next = splitter.next(0, CHUNK, false, any -> true);
        next.isPresent();
        next = splitter.next(0, CHUNK, false, any -> true)) {
      last = next;
      taken++;
    }
    assertThat(taken).isEqualTo(9);
    assertThat(last.orElseThrow().shape()).isEqualTo(SPARE);
  }

  @Test
  void aTreeThatWasClosedDoesNotMakeUpForAllOfIt() {
    for (int i = 0; i < 100; i++) {
      splitter
          .next(0, CHUNK, false, tree -> tree.shape().equals(SLOW))
          .orElseThrow()
          .released(CHUNK);
    }
    int slow = 0;
    for (int i = 0; i < 40; i++) {
      slow += next().equals(SLOW) ? 1 : 0;
    }
    assertThat(slow).isBetween(7, 10);
  }

  /** One chunk takes the slow tree so long that the fast one must not be held to it. */
  @Test
  void aTreeThatTakesLongForAChunkLeavesTheOthersTheirShare() {
    splitter.use(Map.of(FAST, 40_000.0, SLOW, 1_000.0), List.of());
    int slow = 0;
    for (int i = 0; i < 410; i++) {
      slow += next().equals(SLOW) ? 1 : 0;
    }
    assertThat(slow).isBetween(10, 11);
  }

  /** Its chunks leave a full uplink three times, which others could have used for three chunks. */
  @Test
  void theStarGetsNoMoreThanPlannedWhileTheUplinkIsFull() {
    Shape star = Shape.star(ALL);
    splitter.use(Map.of(FAST, 30_000.0, star, 10_000.0), List.of());
    int scarce = 0;
    int plenty = 0;
    for (int millis = 0; millis < 1_000; millis++) {
      scarce += takes(star, millis, true) ? 1 : 0;
    }
    for (int millis = 1_000; millis < 2_000; millis++) {
      plenty += takes(star, millis, false) ? 1 : 0;
    }
    int again = 0;
    for (int millis = 2_000; millis < 3_000; millis++) {
      again += takes(star, millis, true) ? 1 : 0;
    }
    assertThat(again).as("whatever it took meanwhile").isBetween(9, 13);
    assertThat(scarce).as("10 a second, and what it may make up for").isBetween(10, 13);
    assertThat(plenty).isEqualTo(1_000);
  }

  /** The plan may take a relay for slower than it is, and the star's share is at its cost then. */
  @Test
  void theStarLeavesAFullUplinkToRelaysThatHaveRoom() {
    Shape star = Shape.star(ALL);
    splitter.use(Map.of(FAST, 10_000.0, star, 10_000.0), List.of());
    for (int millis = 0; millis < 1_000; millis++) {
      assertThat(next(millis, true)).isEqualTo(FAST);
    }
    assertThat(takes(star, 1_000, true)).as("while no relay has room").isTrue();
    assertThat(List.of(next(2_000, false), next(2_000, false))).as("not full").contains(star);
  }

  private Shape next(int millis, boolean isScarce) {
    TreeFlow tree = splitter.next(millis * 1_000_000L, CHUNK, isScarce, any -> true).orElseThrow();
    tree.released(CHUNK);
    return tree.shape();
  }

  @Test
  void theStarTakesAllWhereThereIsNothingElse() {
    Shape star = Shape.star(ALL);
    splitter.use(Map.of(star, 1.0), List.of());
    assertThat(takes(star, 0, true)).isTrue();
    assertThat(takes(star, 1, true)).isTrue();
  }

  /** Whether a tree takes a chunk if no other has room. */
  private boolean takes(Shape shape, int millis, boolean isScarce) {
    Optional<TreeFlow> tree =
        splitter.next(millis * 1_000_000L, CHUNK, isScarce, any -> any.shape().equals(shape));
    tree.ifPresent(found -> found.released(CHUNK));
    return tree.isPresent();
  }

  @Test
  void keepsTheWindowOfATreeThatStays() {
    TreeFlow before =
        splitter.next(0, CHUNK, false, tree -> tree.shape().equals(SLOW)).orElseThrow();
    splitter.use(Map.of(SLOW, 5.0), List.of());
    TreeFlow after = splitter.next(0, CHUNK, false, any -> true).orElseThrow();
    assertThat(after).isSameAs(before);
    assertThat(after.rate()).isEqualTo(5.0);
    assertThat(after.flyingBytes()).isEqualTo(2 * CHUNK);
  }
}
