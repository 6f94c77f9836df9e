package org.lagroups.wormguard.packet;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PacketClockTest {

  private static final long SECOND = 1_000_000_000L;
  private static final long START = 1_700_000_000 * SECOND;
  private static final long YEAR_2106 = 4_294_967_295L * SECOND;
  private static final long HOUR = PacketClock.FAR_NANOS;

  private final PacketClock clock = new PacketClock();

  PacketClockTest() {
    clock.at(START);
  }

  @Test
  void isTheTimeOfTheLatestPacket() {
    assertThat(clock.at(START + 5)).isEqualTo(START + 5);
    assertThat(clock.at(START + 3)).isEqualTo(START + 5);
    assertThat(clock.at(START + HOUR)).isEqualTo(START + HOUR);
  }

  @Test
  void onePacketDoesNotMoveItFar() {
    assertThat(clock.at(YEAR_2106)).isEqualTo(START);
    assertThat(clock.at(START + 1)).isEqualTo(START + 1);
    assertThat(clock.at(YEAR_2106)).isEqualTo(START + 1);
    assertThat(clock.at(0)).isEqualTo(START + 1);
    assertThat(clock.at(YEAR_2106)).isEqualTo(START + 1);
    assertThat(clock.at(START + 2)).isEqualTo(START + 2);
  }

  @Test
  void twoInARowMoveItToTheEarlier() {
    clock.at(YEAR_2106);
    assertThat(clock.at(START + 2 * HOUR)).isEqualTo(START + 2 * HOUR);
    assertThat(clock.at(START + 2 * HOUR + 1)).isEqualTo(START + 2 * HOUR + 1);
  }

  @Test
  void isOnePacketLateWherePacketsAreRare() {
    clock.at(START + 2 * HOUR);
    assertThat(clock.at(START + 4 * HOUR)).isEqualTo(START + 2 * HOUR);
    assertThat(clock.at(START + 6 * HOUR)).isEqualTo(START + 4 * HOUR);
  }

  @Test
  void goesBackWhenManyInARowSaySo() {
    long before = START - 1_000 * HOUR;
    for (int i = 1; i < PacketClock.MOST_BEHIND; i++) {
      assertThat(clock.at(before + i)).isEqualTo(START);
    }
    assertThat(clock.at(before + PacketClock.MOST_BEHIND))
        .isEqualTo(before + PacketClock.MOST_BEHIND);
  }

  @Test
  void doesNotGoBackBetweenTwoTimesThatTakeTurns() {
    for (int i = 0; i < 3 * PacketClock.MOST_BEHIND; i++) {
      assertThat(clock.at(START - 1_000 * HOUR)).isEqualTo(START);
      clock.at(START);
    }
  }

  @Test
  void beginsWithWhateverTimeComes() {
    assertThat(new PacketClock().at(YEAR_2106)).isEqualTo(YEAR_2106);
    assertThat(new PacketClock().at(0)).isZero();
  }
}
