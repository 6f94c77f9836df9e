package org.lagroups.core.robust.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import org.lagroups.core.testing.TestSubjects;
import org.lagroups.machine.Bytes;

/** Whatever bytes come: no exception, and what is accepted has just this one encoding. */
final class AgreementFuzzTest {

  @FuzzTest(maxDuration = "30s")
  void messages(byte[] input) {
    Bytes message = Bytes.copyOf(input);
    AgreementCodec.decode(TestSubjects.node(1), message)
        .ifPresent(read -> assertThat(AgreementCodec.encode(read)).isEqualTo(message));
  }
}
