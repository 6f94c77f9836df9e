package org.lagroups.node.control.routes;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.node.control.ApiException;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever stands in a request's path or query: what is asked for, or a refusal. */
final class ParameterFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void parameters(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    refusedOrDone(
        () -> assertThat(TranscriptRoutes.count(text)).isBetween(1, Transcript.MAX_SIGNERS));
    refusedOrDone(() ->
        assertThat(GraphRoutes.number("t", text)).isEqualTo(new BigInteger(text).intValueExact()));
    refusedOrDone(() -> assertThat(Ask.node(Ask.node(text).toString())).isNotNull());
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::parameters);
  }

  static List<byte[]> samples() {
    return Stream.of("1", "64", "-1", "+07", "99999999999", "n1qtv")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  private static void refusedOrDone(Runnable reads) {
    try {
      reads.run();
    } catch (ApiException refused) {
      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.getMessage()).isNotBlank();
    }
  }
}
