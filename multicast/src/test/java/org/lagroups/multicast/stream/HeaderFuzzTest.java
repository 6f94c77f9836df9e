package org.lagroups.multicast.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever comes as a header or a stream's name: one that is written just so, or a refusal. */
class HeaderFuzzTest {

  @MethodSource("headerSamples")
  @FuzzTest(maxDuration = "30s")
  void headers(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    if (HeaderCodec.decode(encoded) instanceof DecodedHeader.Accepted accepted) {
      assertThat(HeaderCodec.encode(accepted.header())).isEqualTo(encoded);
    }
  }

  @MethodSource("idSamples")
  @FuzzTest(maxDuration = "30s")
  void ids(byte[] input) {
    StreamId id;
    try {
      id = StreamId.parse(new String(input, StandardCharsets.UTF_8));
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(StreamId.parse(id.toString())).isEqualTo(id);
  }

  @Test
  void shortRun() {
    ShortRun.on(headerSamples(), this::headers);
    ShortRun.on(idSamples(), this::ids);
  }

  static List<byte[]> headerSamples() {
    return List.of(
        Streams.file(1_000, 1_000_000).encoded().toArray(), Streams.live(7).encoded().toArray());
  }

  static List<byte[]> idSamples() {
    return List.of(Streams.live(7).id().toString().getBytes(StandardCharsets.UTF_8));
  }
}
