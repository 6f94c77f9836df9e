package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RoundTripEstimatorTest {

  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  private final RoundTripEstimator estimator = new RoundTripEstimator();

  @Test
  void oneLateAnswerOfAPeerThatStoodStillIsNotTakenForThePath() {
    add(50, MILLI);
    add(1, 9_000 * MILLI);
    assertThat(estimator.timeoutNanos(0)).isLessThan(50 * MILLI);
    add(8, MILLI);
    assertThat(estimator.timeoutNanos(0)).isLessThan(10 * MILLI);
  }

  @Test
  void nodesThatWereBusyWhenTheyMetDoNotWaitForSecondsAfterwards() {
    add(3, 4_000 * MILLI);
    add(1, MILLI);
    assertThat(estimator.timeoutNanos(0)).isEqualTo(100 * MILLI);
  }

  @Test
  void answersOfALongPathAreWaitedFor() {
    add(50, 600 * MILLI);
    assertThat(estimator.timeoutNanos(0)).isBetween(600 * MILLI, 610 * MILLI);
  }

  @Test
  void aPathThatHasBecomeSlowerIsFollowed() {
    add(50, 40 * MILLI);
    add(46, 2_000 * MILLI);
    assertThat(estimator.current().orElseThrow().smoothedMicros())
        .isBetween(1_950_000L, 2_000_000L);
  }

  @Test
  void aPathThatHasBecomeFasterIsFollowed() {
    add(50, 2_000 * MILLI);
    add(40, 40 * MILLI);
    assertThat(estimator.current().orElseThrow().smoothedMicros()).isBetween(40_000L, 60_000L);
  }

  private void add(int times, long nanos) {
    for (int i = 0; i < times; i++) {
      estimator.add(nanos);
    }
  }
}
