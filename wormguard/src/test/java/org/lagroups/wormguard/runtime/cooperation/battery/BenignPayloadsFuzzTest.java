package org.lagroups.wormguard.runtime.cooperation.battery;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.api.BenignPayload;

/** Whatever is said to be ordinary traffic. */
final class BenignPayloadsFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void payload(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    try {
      BenignPayload view = new BenignPayload(4, "udp", 1, 2, "unknown", false, text);
      assertThat(BenignPayloads.view(BenignPayloads.read(view)).payload())
          .isEqualToIgnoringCase(text);
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageNotContaining("null");
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::payload);
  }

  static List<byte[]> samples() {
    return List.of("0a14".getBytes(StandardCharsets.ISO_8859_1), new byte[0]);
  }
}
