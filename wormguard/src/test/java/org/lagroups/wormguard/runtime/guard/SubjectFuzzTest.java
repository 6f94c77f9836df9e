package org.lagroups.wormguard.runtime.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever is asked about: an answer or none, and no exception. */
class SubjectFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void subjects(byte[] input) {
    String text = new String(input, StandardCharsets.UTF_8);
    Optional<Subject> subject = Subject.read(text, 1);
    assertThat(text.length() <= Subject.MOST_CHARACTERS || subject.isEmpty()).isTrue();
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::subjects);
  }

  static List<byte[]> samples() {
    return List.of("1000001", "10.0.0.5:445", "[2001:db8::1]:445", "ab".repeat(32)).stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
