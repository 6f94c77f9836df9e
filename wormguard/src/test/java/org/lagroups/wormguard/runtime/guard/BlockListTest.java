package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.rule.RuleKey;

class BlockListTest {

  private static final RuleKey WORM = RuleKey.ofText("worm");
  private static final RuleKey BIRD = RuleKey.ofText("bird");

  private final BlockList list = new BlockList(2);

  @Test
  void aBlockEndsEarlyWithTheLastRuleThatMayHaveIt() {
    assertThat(list.want(sender(1), WORM, 600_000, 0)).isEqualTo(BlockList.Answer.BEGINS);
    assertThat(list.want(sender(1), BIRD, 600_000, 0)).isEqualTo(BlockList.Answer.STAYS);
    assertThat(list.want(sender(2), WORM, 600_000, 0)).isEqualTo(BlockList.Answer.BEGINS);
    assertThat(list.end(nanos(1), (rule, _) -> rule.equals(BIRD))).containsExactly(sender(2));
    assertThat(list.end(nanos(2), (_, _) -> false)).containsExactly(sender(1));
    assertThat(list.end(nanos(3), (_, _) -> false)).isEmpty();
  }

  @Test
  void aBlockThatIsOverByItselfEndsNotEarly() {
    list.want(sender(1), WORM, 10, 0);
    assertThat(list.end(nanos(10), (_, _) -> true)).isEmpty();
    assertThat(list.want(sender(1), WORM, 10, nanos(11))).isEqualTo(BlockList.Answer.BEGINS);
  }

  @Test
  void lastsAsLongAsTheRuleThatMayHaveItLongest() {
    list.want(sender(1), WORM, 10, 0);
    assertThat(list.want(sender(1), BIRD, 600, 0)).isEqualTo(BlockList.Answer.LASTS_LONGER);
    assertThat(list.end(nanos(20), (_, _) -> true)).isEmpty();
    assertThat(list.want(sender(1), WORM, 10, nanos(21))).isEqualTo(BlockList.Answer.STAYS);
    assertThat(list.end(nanos(40), (rule, _) -> !rule.equals(BIRD))).containsExactly(sender(1));
  }

  @Test
  void aRuleThatGoesLeavesTheRestOfABlockToTheShorterOne() {
    list.want(sender(1), WORM, 600, 0);
    list.want(sender(1), BIRD, 10, 0);
    assertThat(list.end(nanos(5), (rule, _) -> rule.equals(BIRD))).isEmpty();
    assertThat(list.end(nanos(10), (_, _) -> true)).containsExactly(sender(1));
  }

  @Test
  void hasRoomForSoManyBlocksAndForSoManyRulesOfEach() {
    list.want(sender(1), WORM, 600, 0);
    list.want(sender(2), WORM, 600, 0);
    assertThat(list.want(sender(3), WORM, 600, 0)).isEqualTo(BlockList.Answer.NO_ROOM);
    for (int i = 1; i < BlockList.MOST_RULES; i++) {
      assertThat(list.want(sender(1), RuleKey.ofText("rule " + i), 600 + i, 0))
          .isEqualTo(BlockList.Answer.LASTS_LONGER);
    }
    assertThat(list.want(sender(1), BIRD, 9_000, 0)).isEqualTo(BlockList.Answer.STAYS);
    list.end(nanos(601), (_, _) -> true);
    assertThat(list.want(sender(3), WORM, 600, nanos(601))).isEqualTo(BlockList.Answer.BEGINS);
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static NftBlock sender(int number) {
    return new NftBlock(NftBlock.Version.V4, 0, number, true, 445);
  }
}
