package org.lagroups.scenarios.bench.group.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import org.junit.jupiter.api.Test;

class SentBytesTest {

  @Test
  void readsTheBytesThatLoopbackHasSentAndNoOthers() {
    List<String> lines =
        List.of(
            "Inter-|   Receive                   |  Transmit",
            " face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets",
            "  eth0:  77 1 0 0 0 0 0 0  88 1 0 0 0 0 0 0",
            "    lo: 4711 5 0 0 0 0 0 0 4712 6 0 0 0 0 0 0");
    assertThat(SentBytes.total(lines)).isEqualTo(4_712);
  }

  @Test
  void readsThemWithoutABlankBetween() {
    assertThat(SentBytes.total(List.of("lo:123456789 5 0 0 0 0 0 0 987654321 6 0 0 0 0 0 0")))
        .isEqualTo(987_654_321);
  }

  @Test
  void addsWhatHasLeftTheNamespace() {
    List<String> lines =
        List.of(
            "    lo: 1 5 0 0 0 0 0 0 2 6 0 0 0 0 0 0", "  net0: 3 5 0 0 0 0 0 0 40 6 0 0 0 0 0 0");
    assertThat(SentBytes.total(lines)).isEqualTo(42);
  }

  @Test
  void saysSoWhereThereIsNoLoopback() {
    assertThatIllegalStateException().isThrownBy(() -> SentBytes.total(List.of("eth0: 1 2")));
  }
}
