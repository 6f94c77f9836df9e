package org.lagroups.core.group.spread;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

class LimitsTest {

  private final AtomicLong now = new AtomicLong();
  private final PeerBudgets budgets = new PeerBudgets(now::get);

  @Test
  void strangersGetLittleAndNoAnswers() {
    assertThat(budgets.takeBytes(peer(1), Allowance.STRANGER, 128 << 10)).isTrue();
    assertThat(budgets.takeBytes(peer(1), Allowance.STRANGER, 1)).isFalse();
    for (int i = 0; i < Allowance.STRANGER.checks().burst(); i++) {
      assertThat(budgets.takeCheck(peer(1), Allowance.STRANGER)).isTrue();
    }
    assertThat(budgets.takeCheck(peer(1), Allowance.STRANGER)).isFalse();
    assertThat(budgets.takeAnswer(peer(1), Allowance.STRANGER, 1)).isFalse();
    now.addAndGet(TimeUnit.SECONDS.toNanos(1));
    assertThat(budgets.takeCheck(peer(1), Allowance.STRANGER)).isTrue();
    assertThat(budgets.takeCheck(peer(1), Allowance.STRANGER)).isFalse();
  }

  @Test
  void onePeersSpendingIsNotAnothers() {
    budgets.takeBytes(peer(1), Allowance.STRANGER, 128 << 10);
    assertThat(budgets.takeBytes(peer(2), Allowance.STRANGER, 128 << 10)).isTrue();
  }

  @Test
  void changingBetweenStrangerAndAcquaintanceRefillsNoBudget() {
    budgets.takeBytes(peer(1), Allowance.STRANGER, 128 << 10);
    assertThat(budgets.takeBytes(peer(1), Allowance.ACQUAINTANCE, 1 << 20)).isTrue();
    assertThat(budgets.takeBytes(peer(1), Allowance.STRANGER, 1)).isFalse();
    assertThat(budgets.takeBytes(peer(1), Allowance.ACQUAINTANCE, 1)).isFalse();
  }

  @Test
  void aWholeGroupAtItsLargestCanBeLearntFromOneMemberAtOnce() {
    // 64 members, each attesting to 63 others: 64 checks and less than 200 KB.
    assertThat(Allowance.ACQUAINTANCE.checks().burst()).isGreaterThanOrEqualTo(64);
    assertThat(Allowance.ACQUAINTANCE.bytes().burst()).isGreaterThanOrEqualTo(64 * 3_200);
    assertThat(Allowance.ACQUAINTANCE.answerBytes().burst()).isGreaterThanOrEqualTo(64 * 3_200);
  }

  @Test
  void theLongestUnheardIsForgottenFirst() {
    for (int i = 0; i < PeerBudgets.MAX_ACCOUNTS; i++) {
      budgets.takeBytes(peer(i), Allowance.STRANGER, 128 << 10);
    }
    assertThat(budgets.takeBytes(peer(0), Allowance.STRANGER, 1)).isFalse();
    budgets.takeBytes(peer(PeerBudgets.MAX_ACCOUNTS), Allowance.STRANGER, 1);
    assertThat(budgets.takeBytes(peer(0), Allowance.STRANGER, 1)).as("still known").isFalse();
    assertThat(budgets.takeBytes(peer(1), Allowance.STRANGER, 1)).as("forgotten").isTrue();
  }

  private static NodeId peer(int number) {
    return new NodeId(Bytes.fromHex("%064x".formatted(number)));
  }
}
