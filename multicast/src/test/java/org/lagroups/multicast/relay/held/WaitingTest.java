package org.lagroups.multicast.relay.held;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

class WaitingTest {

  private static final NodeId A = node(1);
  private static final NodeId B = node(2);

  @Test
  void whatExistsIsOverdueAfterAWhile() {
    Overdue overdue = new Overdue(1_000);
    overdue.exist(0, 5);
    assertThat(overdue.below(999)).isZero();
    assertThat(overdue.below(1_000)).isEqualTo(5);
    overdue.exist(1_500, 8);
    overdue.exist(1_501, 9);
    assertThat(overdue.below(2_500)).isEqualTo(8);
    assertThat(overdue.below(3_600)).isEqualTo(9);
  }

  @Test
  void whatIsDueIsOverdueAtOnce() {
    Overdue overdue = new Overdue(1_000);
    overdue.isDue(7);
    assertThat(overdue.below(0)).isEqualTo(7);
  }

  @Test
  void onlySoManyAreAskedForAtATime() {
    Asked asked = new Asked(1_000);
    for (int i = 0; i < Asked.MAX_CHUNKS; i++) {
      assertThat(asked.room()).isPositive();
      asked.ask(i, i % 4 == 0 ? A : B, i);
    }
    assertThat(asked.room()).isZero();
    assertThat(asked.of(A)).isEqualTo(Asked.MAX_CHUNKS / 4);
    asked.settle(0);
    asked.settleBelow(10);
    assertThat(asked.room()).isEqualTo(10);
    asked.expire(1_019);
    assertThat(asked.room()).isEqualTo(20);
    assertThat(asked.isAsked(19)).isFalse();
    assertThat(asked.isAsked(20)).isTrue();
    asked.forget(B);
    assertThat(asked.room()).isEqualTo(Asked.MAX_CHUNKS - asked.of(A));
    assertThat(asked.of(B)).isZero();
  }

  private static NodeId node(int number) {
    byte[] id = new byte[NodeId.LENGTH];
    id[0] = (byte) number;
    return new NodeId(Bytes.wrapOwned(id));
  }
}
