package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.LinkInfo;

/** What is worth telling all members. */
final class LargeChangeTest {

  private static final LinkInfo TOLD = LinkInfo.ofRoundTrip(20_000);

  @Test
  void aRoundTripTimeHasToGrowOrShrinkByHalf() {
    assertThat(LargeChange.isBetween(TOLD, measured(30_000, 0))).isFalse();
    assertThat(LargeChange.isBetween(TOLD, measured(30_001, 0))).isTrue();
    assertThat(LargeChange.isBetween(TOLD, measured(13_334, 0))).isFalse();
    assertThat(LargeChange.isBetween(TOLD, measured(13_333, 0))).isTrue();
  }

  @Test
  void andByMoreThanAMillisecond() {
    LinkInfo short100 = LinkInfo.ofRoundTrip(100);
    assertThat(LargeChange.isBetween(short100, measured(1_100, 0))).isFalse();
    assertThat(LargeChange.isBetween(short100, measured(1_101, 0))).isTrue();
  }

  @Test
  void andByMoreThanItScatters() {
    assertThat(LargeChange.isBetween(TOLD, measured(32_000, 12_000))).isFalse();
    assertThat(LargeChange.isBetween(TOLD, measured(32_000, 11_999))).isTrue();
    assertThat(LargeChange.isBetween(TOLD, measured(8_000, 12_000))).isFalse();
    assertThat(LargeChange.isBetween(TOLD, measured(8_000, 11_999))).isTrue();
  }

  @Test
  void theFirstIsTold() {
    assertThat(LargeChange.isBetween(LinkInfo.NONE, measured(20_000, 10_000))).isTrue();
  }

  private static RoundTrip measured(long smoothedMicros, long variationMicros) {
    return new RoundTrip(smoothedMicros, variationMicros, 9, smoothedMicros);
  }
}
