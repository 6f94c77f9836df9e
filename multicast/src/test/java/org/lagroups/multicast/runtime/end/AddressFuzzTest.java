package org.lagroups.multicast.runtime.end;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever is typed: an address, or a message. */
final class AddressFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void addresses(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    try {
      if (InputAddress.parse(text) instanceof InputAddress.Udp udp) {
        assertThat(InputAddress.parse("udp://" + udp.place()))
            .isEqualTo(new InputAddress.Udp(udp.place(), ""));
      }
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
    try {
      switch (OutputAddress.parse(text)) {
        case OutputAddress.Http http ->
            assertThat(OutputAddress.parse(http.toString())).isEqualTo(http);
        case OutputAddress.Udp udp ->
            assertThat(OutputAddress.parse(udp + "?ttl=" + udp.ttl()))
                .isEqualTo(new OutputAddress.Udp(udp.place(), "", udp.ttl()));
        case OutputAddress.OfFile file -> assertThat(file.path()).isEqualTo(Path.of(text));
        case OutputAddress.Standard _ -> assertThat(text).isEqualTo("-");
      }
    } catch (IllegalArgumentException refused) {
      assertThat(refused.getMessage()).isNotBlank();
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::addresses);
  }

  static List<byte[]> samples() {
    return Stream.of(
            "movie.ts",
            "-",
            "udp://@239.1.2.3:1234?interface=eth0",
            "udp://[ff15::1]:5000?ttl=3&interface=lo",
            "http://127.0.0.1:8080/stream.ts",
            "http://[::1]:0/")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
