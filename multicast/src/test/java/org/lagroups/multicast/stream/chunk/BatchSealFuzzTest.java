package org.lagroups.multicast.stream.chunk;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.crypto.Signature;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever stands in a file of seals: one that is written just so, or nothing. */
class BatchSealFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void seals(byte[] input) {
    Bytes encoded = Bytes.copyOf(input);
    BatchSeal.decode(encoded).ifPresent(seal -> assertThat(seal.encoded()).isEqualTo(encoded));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::seals);
  }

  static List<byte[]> samples() {
    Signature signature = new Signature(Bytes.wrapOwned(new byte[Signature.LENGTH]));
    return List.of(
        new BatchSeal(0, 1, false, signature).encoded().toArray(),
        new BatchSeal(1_000_000, 64, true, signature).encoded().toArray());
  }
}
