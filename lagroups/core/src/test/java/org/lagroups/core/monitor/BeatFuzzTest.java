package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class BeatFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void beats(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    BeatCodec.decode(message)
        .ifPresent(beat -> assertThat(BeatCodec.encode(beat)).isEqualTo(message));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::beats);
  }

  static List<byte[]> samples() {
    return List.of(new Beat(1, 0, 0, true), new Beat(1L << 40, 77, 1_000_000, false)).stream()
        .map(beat -> BeatCodec.encode(beat).toArray())
        .toList();
  }
}
