package org.lagroups.multicast.wire;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
class CastFuzzTest {

  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (CastCodec.decode(encoded) instanceof Decoded.Accepted accepted) {
      assertThat(CastCodec.encode(accepted.message())).isEqualTo(encoded);
      if (accepted.message() instanceof RelayMessage.Report report) {
        Held held = report.held();
        assertThat(held.has(held.end())).isFalse();
        assertThat(held.end() == 0 || held.has(held.end() - 1)).isTrue();
      }
    }
  }

  @MethodSource("routeSamples")
  @FuzzTest(maxDuration = "30s")
  void routes(byte[] input) {
    Bytes preorder = Bytes.copyOf(input);
    if (Route.isPreorder(preorder)) {
      Route route = new Route(1, preorder);
      int passed = 0;
      for (int number = 0; number < Route.MAX_MEMBERS; number++) {
        passed += route.childrenOf(number).size();
      }
      assertThat(passed + route.roots().size()).isEqualTo(route.size());
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(messageSamples(), this::messages);
    ShortRun.on(routeSamples(), this::routes);
  }

  static List<byte[]> messageSamples() {
    return CastCodecTest.messages().stream()
        .map(message -> CastCodec.encode(message).toArray())
        .toList();
  }

  static List<byte[]> routeSamples() {
    return List.of(
        new byte[] {}, new byte[] {3, 2, 1, 1, 0, 0, 2, 0}, new byte[] {0, 0, 1, 0, 2, 0});
  }
}
