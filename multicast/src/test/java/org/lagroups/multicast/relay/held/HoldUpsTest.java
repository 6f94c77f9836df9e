package org.lagroups.multicast.relay.held;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldUpsTest {

  private static final long MILLI = 1_000_000;

  private final HoldUps holdUps = new HoldUps(0, 1_000 * MILLI);

  @Test
  void ticksInTimeSayNothing() {
    for (int at = 25; at < 5_000; at += 25) {
      assertThat(holdUps.tick(at * MILLI)).isFalse();
    }
    assertThat(holdUps.tick(5_075 * MILLI)).as("a little late").isFalse();
  }

  @Test
  void afterALateTickConclusionsWaitForTwoInTime() {
    holdUps.tick(25 * MILLI);
    assertThat(holdUps.tick(800 * MILLI)).isTrue();
    assertThat(holdUps.tick(825 * MILLI)).isTrue();
    assertThat(holdUps.tick(850 * MILLI)).isFalse();
  }

  @Test
  void anotherHoldUpBeginsAgain() {
    assertThat(holdUps.tick(300 * MILLI)).isTrue();
    assertThat(holdUps.tick(325 * MILLI)).isTrue();
    assertThat(holdUps.tick(600 * MILLI)).isTrue();
    assertThat(holdUps.tick(625 * MILLI)).isTrue();
    assertThat(holdUps.tick(650 * MILLI)).isFalse();
    assertThat(holdUps.tick(2_000 * MILLI)).isTrue();
  }

  @Test
  void whoIsAlwaysHeldUpDoesNotWaitForEver() {
    for (int at = 200; at < 1_200; at += 200) {
      assertThat(holdUps.tick(at * MILLI)).isTrue();
    }
    for (int at = 1_200; at < 5_000; at += 200) {
      assertThat(holdUps.tick(at * MILLI)).isFalse();
    }
  }
}
