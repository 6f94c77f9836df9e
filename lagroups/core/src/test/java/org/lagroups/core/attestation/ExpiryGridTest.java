package org.lagroups.core.attestation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;

class ExpiryGridTest {

  @Test
  void endsAtTheLastPointThatIsAtMostTaAway() {
    ExpiryGrid grid = new ExpiryGrid(60_000);
    assertThat(grid.stepMillis()).isEqualTo(10_000);
    assertThat(grid.expiryFor(1_000_000_000_000L)).isEqualTo(1_000_000_060_000L);
    assertThat(grid.expiryFor(1_000_000_000_001L)).isEqualTo(1_000_000_060_000L);
    assertThat(grid.expiryFor(1_000_000_009_999L)).isEqualTo(1_000_000_060_000L);
    assertThat(grid.expiryFor(1_000_000_010_000L)).isEqualTo(1_000_000_070_000L);
  }

  @Test
  void isValidForFiveSixthsOfTaAtLeastAndNeverForMoreThanTa() {
    RandomGenerator random = new SplittableRandom(Seeds.one());
    for (int i = 0; i < 10_000; i++) {
      long validity =
          random.nextLong(GroupSettings.MIN_VALIDITY_MILLIS, GroupSettings.MAX_VALIDITY_MILLIS + 1);
      long now = random.nextLong(4_000_000_000_000L);
      ExpiryGrid grid = new ExpiryGrid(validity);
      long expiry = grid.expiryFor(now);
      assertThat(grid.contains(expiry)).isTrue();
      assertThat(expiry - now).isBetween(validity - grid.stepMillis() + 1, validity);
    }
  }

  @Test
  void attestersWithinOneStepNameTheSameExpiry() {
    ExpiryGrid grid = new ExpiryGrid(60_000);
    long step = 1_000_000_000_000L;
    assertThat(grid.expiryFor(step + 17)).isEqualTo(grid.expiryFor(step + 9_998));
  }

  @Test
  void knowsWhatIsNotOnIt() {
    ExpiryGrid grid = new ExpiryGrid(60_000);
    assertThat(grid.contains(70_000)).isTrue();
    assertThat(grid.contains(70_001)).isFalse();
    assertThat(grid.contains(-10_000)).isTrue();
  }

  @Test
  void needsTheShortestValidityAtLeast() {
    assertThatThrownBy(() -> new ExpiryGrid(999)).isInstanceOf(IllegalArgumentException.class);
  }
}
