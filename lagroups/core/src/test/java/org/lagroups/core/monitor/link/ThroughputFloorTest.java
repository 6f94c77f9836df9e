package org.lagroups.core.monitor.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.observe.Finding;

/** A floor of 8,000 bit/s, over windows of ten seconds; a step takes one second. */
final class ThroughputFloorTest {

  private static final long SECOND = 1_000_000_000;

  private final ThroughputFloor floor =
      new ThroughputFloor(new ThroughputSettings(8_000, Duration.ofSeconds(10)));
  private final List<Finding> findings = new ArrayList<>();
  private long now = Long.MAX_VALUE - 5 * SECOND;

  @Test
  void findsATrickleTooSlowWhileMoreIsWanted() {
    tell(new Traffic.DemandBegan());
    deliver(999, 10);

    assertThat(findings)
        .containsExactly(Finding.bad(ReasonCode.TOO_SLOW, "delivered 7992 bit/s, below 8000"));
  }

  @Test
  void findsEnoughGoodAndSaysHowMuch() {
    tell(new Traffic.DemandBegan());
    deliver(1_000, 10);

    assertThat(findings)
        .singleElement()
        .isInstanceOfSatisfying(
            Finding.Good.class,
            good -> assertThat(good.info().throughputBitsPerSecond()).hasValue(8_000));
  }

  @Test
  void findsSilenceTooSlowByTheClockAlone() {
    tell(new Traffic.DemandBegan());
    pass(10);

    assertThat(findings).singleElement().isInstanceOf(Finding.Bad.class);
  }

  @Test
  void countsOnlyTimeInWhichSomethingIsWanted() {
    for (int i = 0; i < 10; i++) {
      tell(new Traffic.DemandBegan());
      deliver(1_000, 1);
      tell(new Traffic.DemandEnded());
      pass(9);
    }
    assertThat(findings).singleElement().isInstanceOf(Finding.Good.class);
  }

  @Test
  void doesNotCountWhatNobodyWanted() {
    deliver(1_000_000, 1);
    tell(new Traffic.DemandBegan());
    pass(10);

    assertThat(findings).singleElement().isInstanceOf(Finding.Bad.class);
  }

  @Test
  void findsWhoIsAskedForNothingGood() {
    pass(30);
    assertThat(findings).containsExactly(Finding.good(), Finding.good(), Finding.good());
  }

  @Test
  void wantsASuspectToDeliverBeforeItIsGoodAgain() {
    tell(new Traffic.DemandBegan());
    pass(10);
    tell(new Traffic.DemandEnded());
    pass(100);
    assertThat(findings).hasSize(1);

    tell(new Traffic.DemandBegan());
    deliver(1_000, 10);
    tell(new Traffic.DemandEnded());
    pass(10);
    assertThat(findings).hasSize(3);
    assertThat(findings.getLast()).isInstanceOf(Finding.Good.class).isEqualTo(findings.get(1));
  }

  @Test
  void blamesNobodyForItsOwnStandstill() {
    tell(new Traffic.DemandBegan());
    pass(9);
    now += 41 * SECOND;
    pass(9);
    assertThat(findings).isEmpty();
    pass(1);
    assertThat(findings).hasSize(1);
  }

  @Test
  void takesAnEarlierTimeForTheSame() {
    tell(new Traffic.DemandBegan());
    pass(9);
    now -= 5 * SECOND;
    pass(5);
    assertThat(findings).isEmpty();
    pass(1);
    assertThat(findings).hasSize(1);
  }

  @Test
  void refusesImpossibleSettings() {
    Duration second = Duration.ofSeconds(1);
    assertThatIllegalArgumentException().isThrownBy(() -> new ThroughputSettings(0, second));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThroughputSettings(1, Duration.ofMillis(9)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ThroughputSettings(1, Duration.ofHours(2)));
    assertThatIllegalArgumentException().isThrownBy(() -> new Traffic.Delivered(-1));
  }

  private void deliver(long bytes, int seconds) {
    for (int i = 0; i < seconds; i++) {
      tell(new Traffic.Delivered(bytes));
      pass(1);
    }
  }

  private void tell(Traffic traffic) {
    floor.examine(traffic, now).ifPresent(findings::add);
  }

  private void pass(int seconds) {
    floor.tick(now).ifPresent(findings::add);
    for (int i = 0; i < seconds; i++) {
      now += SECOND;
      floor.tick(now).ifPresent(findings::add);
    }
  }
}
