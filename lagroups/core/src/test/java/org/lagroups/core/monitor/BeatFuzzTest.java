package org.lagroups.core.monitor;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.lagroups.machine.Bytes;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class BeatFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void beats(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    BeatCodec.decode(message)
        .ifPresent(beat -> assertThat(BeatCodec.encode(beat)).isEqualTo(message));
  }
}
