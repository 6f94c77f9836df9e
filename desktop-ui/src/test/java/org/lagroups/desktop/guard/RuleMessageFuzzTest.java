package org.lagroups.desktop.guard;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a stranger writes as a rule, what is shown of it is short and on one line. */
class RuleMessageFuzzTest {

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void rules(byte[] input) {
    RuleMessage.of(new String(input, StandardCharsets.UTF_8))
        .ifPresent(text -> assertThat(text).hasSizeLessThan(80).doesNotContain("\n", "\u202e"));
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::rules);
  }

  static List<byte[]> samples() {
    return List.of("drop tcp any any -> any 445 (msg:\"a worm\"; sid:1;)", "(msg:  \"\u202e\n\")")
        .stream()
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .toList();
  }
}
