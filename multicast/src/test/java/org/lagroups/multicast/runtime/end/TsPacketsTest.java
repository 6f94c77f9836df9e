package org.lagroups.multicast.runtime.end;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.lagroups.multicast.runtime.testing.TsBytes;

class TsPacketsTest {

  private static final byte[] TEN = TsBytes.packets(0, 10).toArray();

  @Test
  void knowsWholePackets() {
    assertThat(TsPackets.areWhole(TEN, TEN.length)).isTrue();
    assertThat(TsPackets.areWhole(TEN, 188)).isTrue();
    assertThat(TsPackets.areWhole(TEN, 0)).isFalse();
    assertThat(TsPackets.areWhole(TEN, 187)).isFalse();
    byte[] broken = TEN.clone();
    broken[9 * 188] = 0;
    assertThat(TsPackets.areWhole(broken, broken.length)).isFalse();
    assertThat(TsPackets.areWhole(broken, 9 * 188)).isTrue();
  }

  @Test
  void findsTheFirstBorder() {
    for (int cut = 0; cut < 188; cut++) {
      byte[] rest = Arrays.copyOfRange(TEN, cut, TEN.length);
      assertThat(TsPackets.firstBorder(rest)).isEqualTo((188 - cut) % 188);
    }
  }

  @Test
  void beginsAtTheBeginningOfWhatIsNoTs() {
    assertThat(TsPackets.firstBorder(new byte[0])).isZero();
    assertThat(TsPackets.firstBorder(new byte[10_000])).isZero();
    assertThat(TsPackets.firstBorder(Arrays.copyOfRange(TEN, 100, 300)))
        .as("too little to be sure")
        .isZero();
  }
}
