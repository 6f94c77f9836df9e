package org.lagroups.wormguard.runtime.cooperation;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.api.ExportedSignature;

/** Whatever is said to have been exported. */
final class ExportedFuzzTest {

  private static final String SIGNATURE = "00".repeat(64);

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void exported(byte[] input) {
    String text = new String(input, StandardCharsets.ISO_8859_1);
    Exported.hex(text).ifPresent(bytes -> assertThat(bytes.toHex()).isEqualToIgnoringCase(text));
    Exported.record(new ExportedSignature(text, SIGNATURE, "", ""))
        .ifPresent(signed -> assertThat(signed.encoded().toHex()).isEqualToIgnoringCase(text));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::exported);
  }

  static List<byte[]> samples() {
    return List.of("0a14".getBytes(StandardCharsets.ISO_8859_1), new byte[0]);
  }
}
