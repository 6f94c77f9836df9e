package org.lagroups.wormguard.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.api.EvidenceView.Sample;

class EvidenceViewTest {

  @Test
  void aDumpHasSixteenBytesInALineAndCharactersBesideThem() {
    assertThat(sample("474554202f20485454502f312e310d0a0041").dump())
        .containsExactly(
            "0000  47 45 54 20 2f 20 48 54 54 50 2f 31 2e 31 0d 0a  GET / HTTP/1.1..",
            "0010  00 41                                            .A");
  }

  @Test
  void whateverThePayloadADumpHasPrintableAsciiAlone() {
    byte[] bytes = new byte[2_048];
    new Random(1).nextBytes(bytes);
    assertThat(sample(HexFormat.of().formatHex(bytes)).dump())
        .hasSize(128)
        .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
  }

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void anyPayload(byte[] input) {
    String payload = new String(input, StandardCharsets.UTF_8);
    try {
      assertThat(sample(payload).dump())
          .hasSize((payload.length() / 2 + 15) / 16)
          .allMatch(line -> line.chars().allMatch(c -> c >= ' ' && c <= '~'));
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::anyPayload);
  }

  static List<byte[]> samples() {
    return Stream.of("", "00", "4a6F", "4", "zz", "41".repeat(2_048))
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static Sample sample(String payload) {
    return new Sample(4, "tcp", 1, 2, "", false, payload);
  }
}
