package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RecentLeastTest {

  private static final long SECOND = 1_000_000_000;

  private final RecentLeast least = new RecentLeast();

  @Test
  void isTheLeastOfWhatCame() {
    assertThat(least.value()).isEmpty();
    assertThat(least.note(0, 5)).isEqualTo(5);
    assertThat(least.note(1, 3)).isEqualTo(3);
    assertThat(least.note(2, 4)).isEqualTo(3);
    assertThat(least.value()).hasValue(3);
  }

  @Test
  void forgetsWhatCameMoreThanTwoMinutesAgoAndNothingOfTheLastMinute() {
    least.note(0, 1);
    least.note(59 * SECOND, 4);
    assertThat(least.note(61 * SECOND, 9)).isEqualTo(1);
    least.note(100 * SECOND, 6);
    assertThat(least.note(122 * SECOND, 9)).isEqualTo(6);
  }

  @Test
  void beginsAgain() {
    least.note(0, 1);
    least.clear();
    assertThat(least.value()).isEmpty();
    assertThat(least.note(1, 7)).isEqualTo(7);
  }
}
