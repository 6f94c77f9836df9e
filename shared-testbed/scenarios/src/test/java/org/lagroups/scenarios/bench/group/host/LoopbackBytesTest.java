package org.lagroups.scenarios.bench.group.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoopbackBytesTest {

  @Test
  void readsTheBytesThatLoopbackHasSent() {
    List<String> lines =
        List.of(
            "Inter-|   Receive                   |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets",
            "  eth0:  77 1 0 0 0 0 0 0  88 1 0 0 0 0 0 0",
            "    lo: 4711 5 0 0 0 0 0 0 4712 6 0 0 0 0 0 0");
    assertThat(LoopbackBytes.sent(lines)).isEqualTo(4_712);
  }

  @Test
  void readsThemWithoutABlankBetween() {
    assertThat(LoopbackBytes.sent(List.of("lo:123456789 5 0 0 0 0 0 0 987654321 6 0 0 0 0 0 0")))
        .isEqualTo(987_654_321);
  }

  @Test
  void saysSoWhereThereIsNoLoopback() {
    assertThatIllegalStateException().isThrownBy(() -> LoopbackBytes.sent(List.of("eth0: 1 2")));
  }
}
