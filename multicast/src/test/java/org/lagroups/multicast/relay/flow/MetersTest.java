package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class MetersTest {

  private static final long MILLI = 1_000_000;

  @Test
  void aRateIsThatOfTheLastSecond() {
    RateMeter meter = new RateMeter(0);
    for (int i = 0; i < 2_000; i++) {
      meter.add(i * MILLI, 100);
    }
    assertThat(meter.bytesPerSecond(2_000 * MILLI)).isCloseTo(100_000, within(1_000.0));
    assertThat(meter.bytesPerSecond(2_500 * MILLI)).isCloseTo(50_000, within(6_000.0));
    assertThat(meter.bytesPerSecond(9_000 * MILLI)).isZero();
  }

  @Test
  void anUplinkIsKnownOnlyWhenItWasFull() {
    UplinkMeter meter = new UplinkMeter(0);
    run(meter, 0, 3_000, false);
    assertThat(meter.capacity(3_000 * MILLI)).isEmpty();
    run(meter, 3_000, 6_000, true);
    assertThat(meter.capacity(6_000 * MILLI).orElseThrow()).isCloseTo(100_000, within(2_000.0));
    run(meter, 6_000, 9_000, false);
    assertThat(meter.capacity(9_000 * MILLI)).isEmpty();
  }

  @Test
  void anUplinkThatPausesForAMomentIsFullAndOneThatPausesLongerIsNot() {
    UplinkMeter meter = new UplinkMeter(0);
    for (int from = 0; from < 3_000; from += 500) {
      run(meter, from, from + 400, true);
      run(meter, from + 400, from + 500, false);
    }
    assertThat(meter.capacity(3_000 * MILLI).orElseThrow()).isCloseTo(100_000, within(2_000.0));
    UplinkMeter idler = new UplinkMeter(0);
    for (int from = 0; from < 3_000; from += 500) {
      run(idler, from, from + 300, true);
      run(idler, from + 300, from + 500, false);
    }
    assertThat(idler.capacity(3_000 * MILLI)).isEmpty();
  }

  @Test
  void aPeerMayAskSoOftenASecond() {
    WantBudget budget = new WantBudget(0);
    assertThat(taken(budget, 0)).isEqualTo(WantBudget.PER_SECOND);
    assertThat(taken(budget, 500 * MILLI)).isEqualTo(WantBudget.PER_SECOND / 2);
    assertThat(taken(budget, 99_000 * MILLI)).isEqualTo(WantBudget.PER_SECOND);
  }

  private static int taken(WantBudget budget, long nowNanos) {
    int taken = 0;
    while (budget.take(nowNanos)) {
      taken++;
    }
    return taken;
  }

  private static void run(UplinkMeter meter, int fromMillis, int toMillis, boolean isFull) {
    for (int i = fromMillis; i < toMillis; i++) {
      meter.arrived(i * MILLI, 100);
      meter.look(i * MILLI, isFull);
    }
  }
}
