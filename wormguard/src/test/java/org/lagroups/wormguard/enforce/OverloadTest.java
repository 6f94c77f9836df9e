package org.lagroups.wormguard.enforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class OverloadTest {

  @Test
  void letsPacketsGoOnUnjudgedForAWhileAfterTheLastLoss() {
    Overload overload = new Overload(FailPolicy.OPEN, 100);
    overload.lost(0, 1_000);
    assertThat(overload.isBypassing(1_000)).isFalse();
    overload.lost(3, 1_000);
    overload.lost(1, 1_050);
    overload.lost(0, 1_100);
    assertThat(overload.isBypassing(1_149)).isTrue();
    assertThat(overload.isBypassing(1_150)).isFalse();
    assertThat(overload.times()).isEqualTo(1);
    overload.lost(1, 1_200);
    assertThat(overload.times()).isEqualTo(2);
  }

  @Test
  void letsNothingGoOnUnjudgedIfItFailsClosed() {
    Overload overload = new Overload(FailPolicy.CLOSED, 100);
    overload.lost(3, 1_000);
    assertThat(overload.isBypassing(1_001)).isFalse();
    assertThat(overload.times()).isEqualTo(1);
  }

  @Test
  void refusesNoWhileAtAll() {
    assertThatThrownBy(() -> new Overload(FailPolicy.OPEN, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
