package org.lagroups.wormguard.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
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

  private static Sample sample(String payload) {
    return new Sample(4, "tcp", 1, 2, "", false, payload);
  }
}
