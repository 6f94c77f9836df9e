package org.lagroups.scenarios.sim.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.scenarios.sim.scenario.Ledger;

/** Each failure at a small size; `lag sim` plays them at any. */
final class FailuresTest {

  @Test
  void aNodeReachableByOneMemberMakesNobodyElseFlap() {
    Ledger played = Played.well(new LonelyLink(), 20);
    assertThat(played.totals().flaps()).isZero();
    assertThat(played.totals().signatureChecks()).isPositive();
  }
}
