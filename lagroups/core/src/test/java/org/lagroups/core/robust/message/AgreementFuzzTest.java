package org.lagroups.core.robust.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.core.testing.TestSubjects;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class AgreementFuzzTest {

  @MethodSource("messageSamples")
  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    AgreementCodec.decode(TestSubjects.node(1), message)
        .ifPresent(read -> assertThat(AgreementCodec.encode(read)).isEqualTo(message));
  }

  /** What is kept on disk may have been written otherwise, but what was read is kept. */
  @MethodSource("storedSamples")
  @FuzzTest(maxDuration = "30s")
  void stored(byte[] input) {
    StoredAgreement.decode(Bytes.copyOf(input))
        .ifPresent(stored ->
            assertThat(StoredAgreement.decode(stored.encode()))
                .hasValueSatisfying(read -> assertThat(read.encode()).isEqualTo(stored.encode())));
  }

  @Test
  void shortRun() {
    ShortRun.on(messageSamples(), this::messages);
    ShortRun.on(storedSamples(), this::stored);
  }

  static List<byte[]> messageSamples() {
    return AgreementCodecTest.all().stream()
        .map(message -> AgreementCodec.encode(message).toArray())
        .toList();
  }

  static List<byte[]> storedSamples() {
    return AgreementCodecTest.stored().stream().map(stored -> stored.encode().toArray()).toList();
  }
}
