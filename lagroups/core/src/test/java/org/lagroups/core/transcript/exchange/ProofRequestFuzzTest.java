package org.lagroups.core.transcript.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever one member asks of another: one of the requests there are, or nothing. */
final class ProofRequestFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void requests(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    ProofRequest.decode(encoded)
        .ifPresent(request -> assertThat(request.encoded()).isEqualTo(encoded));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::requests);
  }

  static List<byte[]> samples() {
    return Stream.of(ProofRequest.values()).map(request -> request.encoded().toArray()).toList();
  }
}
