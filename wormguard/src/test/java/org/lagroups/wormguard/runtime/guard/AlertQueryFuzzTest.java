package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.node.control.ApiException;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever number is asked for: it is one from 0 on, or refused. */
class AlertQueryFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void numbers(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      assertThat(AlertQuery.after(Optional.of(text))).isNotNegative();
    } catch (ApiException e) {
      assertThat(e.status()).isEqualTo(400);
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::numbers);
  }

  static List<byte[]> samples() {
    return List.of("0", "17", "9".repeat(18), "9".repeat(19), "-1").stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
