package org.lagroups.multicast.relay.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WayThereTest {

  private static final long MILLI = 1_000_000;

  /** How far the peer's clock is ahead. */
  private static final long AHEAD = 7_000_000 * MILLI;

  private final WayThere way = new WayThere();

  private long arrived(long sent, long there, long back) {
    return way.arrived(sent + there + back, sent, AHEAD + sent + there);
  }

  @Test
  void countsWhatAChunkWaitsOnTheWayThere() {
    assertThat(arrived(0, 20 * MILLI, 30 * MILLI)).isEqualTo(50 * MILLI);
    assertThat(arrived(100 * MILLI, 90 * MILLI, 30 * MILLI)).isEqualTo(120 * MILLI);
    assertThat(way.waitNanos()).isEqualTo(70 * MILLI);
    assertThat(way.tripNanos()).hasValue(50 * MILLI);
  }

  @Test
  void doesNotCountWhatTheAcknowledgementWaitsOnTheWayBack() {
    arrived(0, 20 * MILLI, 30 * MILLI);
    assertThat(arrived(100 * MILLI, 20 * MILLI, 900 * MILLI)).isEqualTo(50 * MILLI);
    assertThat(way.waitNanos()).isZero();
  }

  @Test
  void aPeerThatLiesMakesItNeitherNegativeNorLongerThanItTook() {
    way.arrived(50 * MILLI, 0, 0);
    assertThat(way.arrived(250 * MILLI, 100 * MILLI, 1L << 62)).isEqualTo(150 * MILLI);
    assertThat(way.waitNanos()).isEqualTo(100 * MILLI);
    assertThat(way.arrived(1_050 * MILLI, 1_000 * MILLI, 0)).isEqualTo(50 * MILLI);
    assertThat(way.waitNanos()).isZero();
  }
}
