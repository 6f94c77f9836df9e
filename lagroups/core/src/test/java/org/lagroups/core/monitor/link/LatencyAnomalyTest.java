package org.lagroups.core.monitor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Random;
import java.util.function.LongPredicate;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.simnet.seed.Seeds;

final class LatencyAnomalyTest {

  private static final LatencySettings DEFAULT = LatencySettings.DEFAULT;

  private final LatencyAnomaly latency = new LatencyAnomaly(DEFAULT);

  @Test
  void saysNothingWhileItLearns() {
    for (int i = 0; i < DEFAULT.learning(); i++) {
      assertThat(latency.examine(Duration.ofMillis(20), 0)).isEmpty();
    }
    assertThat(latency.examine(Duration.ofMillis(20), 0)).isPresent();
  }

  @Test
  void findsWhatIsFarAboveTheUsualTooSlowAndNothingBelow() {
    take(20, 64);

    assertThat(isGood(27)).isTrue();
    assertThat(isGood(1)).isTrue();
    assertThat(latency.examine(Duration.ofMillis(28), 0))
        .contains(Finding.bad(ReasonCode.TOO_SLOW, "took 28 ms, where up to 27 ms would be usual"));
  }

  @Test
  void toleratesMoreOnALinkThatAlwaysVaries() {
    for (int i = 0; i < 64; i++) {
      assertThat(isGood(10 + i * 7 % 21)).isTrue();
    }
    assertThat(isGood(35)).isTrue();
    assertThat(isGood(60)).isFalse();
  }

  @Test
  void toleratesALinkThatJumpsIfItIsToldByHowMuch() {
    LatencySettings jumps =
        new LatencySettings(64, 8, 3.5, 0.1, Duration.ofMillis(20), 8, Duration.ofSeconds(10));
    LatencyAnomaly link = new LatencyAnomaly(jumps);
    for (int i = 0; i < 200; i++) {
      assertThat(isGood(link, i % 2 == 0 ? 10 : 30)).isTrue();
    }
    assertThat(isGood(link, 150)).isFalse();
  }

  @Test
  void isNotMisledBySomeOutliers() {
    take(20, 40);
    for (int i = 0; i < 24; i++) {
      assertThat(isGood(500)).isFalse();
    }
    assertThat(isGood(27)).isTrue();
  }

  @Test
  void getsUsedToALinkThatStaysSlower() {
    take(20, 64);
    int bad = 0;
    while (!isGood(60)) {
      bad++;
    }
    assertThat(bad).isBetween(200, 256);
    assertThat(isGood(60)).isTrue();
  }

  @Test
  void neverGetsUsedToWhatIsAboveTheCeiling() {
    for (int i = 0; i < 1_000; i++) {
      assertThat(isGood(10_001)).isFalse();
    }
    take(10_000, 64);
    assertThat(isGood(10_000)).isTrue();
    assertThat(isGood(10_001)).isFalse();
  }

  @Test
  void followsAQuietLinkDownAndUpInItsSpread() {
    take(100, 64);
    take(10, 64);
    assertThat(isGood(20)).isFalse();
  }

  @Test
  void measuresTheMedian() {
    take(20, 10);
    Optional<Finding> finding = latency.examine(Duration.ofMillis(21), 0);
    assertThat(finding)
        .get()
        .isInstanceOfSatisfying(
            Finding.Good.class, good -> assertThat(good.info().roundTripMicros()).hasValue(20_000));
  }

  @Test
  void refusesNegativeTimesAndImpossibleSettings() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> latency.examine(Duration.ofMillis(-1), 0));
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencySettings(257, 5, 3, 0, second, 8, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencySettings(4, 5, 3, 0, second, 8, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencySettings(64, 5, Double.NaN, 0, second, 8, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencySettings(64, 5, 3, 0, Duration.ZERO, 8, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LatencySettings(64, 5, 3, 0, second, 8, Duration.ofHours(2)));
  }

  @Test
  void hasTheMedianAndSpreadOfTheLastValues() {
    Seeds.forEach(
        100,
        10_000,
        seed -> {
          Random random = new Random(seed);
          int capacity = 1 + random.nextInt(LatencySettings.MAX_WINDOW);
          Baseline baseline = new Baseline(capacity);
          long[] all = random.longs(1 + random.nextInt(600), 0, 1_000).toArray();
          Arrays.stream(all).forEach(baseline::add);
          long[] last = Arrays.copyOfRange(all, Math.max(0, all.length - capacity), all.length);

          assertThat(baseline.count()).isEqualTo(last.length);
          long median = median(last);
          assertThat(baseline.median()).isEqualTo(median);
          long mad = median(Arrays.stream(last).map(value -> Math.abs(value - median)).toArray());
          assertThat(baseline.spread()).isEqualTo(1.4826 * mad);
        });
  }

  @Test
  void findsFewHealthyRoundTripsBadAndNearlyAllThatTookThreeTimesAsLong() {
    Seeds.forEach(
        50,
        5_000,
        seed -> {
          Random random = new Random(seed);
          LatencyAnomaly link = new LatencyAnomaly(DEFAULT);
          double usualMillis = 5 + random.nextInt(200);
          int falseAlarms = 0;
          int missed = 0;
          for (int i = 0; i < 1_000; i++) {
            double millis = usualMillis + Math.abs(random.nextGaussian()) * usualMillis * 0.1;
            falseAlarms += isGood(link, millis) ? 0 : 1;
            missed += i > 64 && i % 20 == 0 && isGood(link, 3 * millis) ? 1 : 0;
          }
          assertThat(falseAlarms).as("false alarms of 1,000").isLessThan(30);
          assertThat(missed).as("missed of 46").isLessThan(5);
        });
  }

  /** Halfway between the least value that half do not exceed and the highest that half reach. */
  private static long median(long[] values) {
    long lower =
        Arrays.stream(values)
            .filter(value -> 2 * count(values, other -> other <= value) >= values.length)
            .min()
            .orElseThrow();
    long upper =
        Arrays.stream(values)
            .filter(value -> 2 * count(values, other -> other >= value) >= values.length)
            .max()
            .orElseThrow();
    return (lower + upper) / 2;
  }

  private static long count(long[] values, LongPredicate which) {
    return Arrays.stream(values).filter(which).count();
  }

  private void take(long millis, int times) {
    for (int i = 0; i < times; i++) {
      latency.examine(Duration.ofMillis(millis), 0);
    }
  }

  private boolean isGood(double millis) {
    return isGood(latency, millis);
  }

  private static boolean isGood(LatencyAnomaly link, double millis) {
    return link.examine(Duration.ofNanos((long) (millis * 1e6)), 0)
        .map(Finding.Good.class::isInstance)
        .orElse(true);
  }
}
