package org.lagroups.wormguard.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.lang.foreign.MemorySegment;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;
import org.lagroups.wormguard.rule.text.Mistake;

/** Whatever an expression is, and whatever the text: up to a line feed the one, then the other. */
final class PatternFuzzTest {

  private final PatternSearch search = new PatternSearch();

  @MethodSource("samples")
  @FuzzTest(maxDuration = "30s")
  void expressions(byte[] input) {
    String all = new String(input, StandardCharsets.ISO_8859_1);
    int end = Math.max(0, all.indexOf('\n'));
    BytePattern pattern;
    try {
      pattern = Patterns.compile(all.substring(0, end), "s");
    } catch (Mistake refused) {
      assertThat(refused.reason()).isNotBlank();
      return;
    }
    MemorySegment text = MemorySegment.ofArray(input);
    if (search.find(pattern, text, end, end, input.length, Long.MAX_VALUE)
        == PatternSearch.Found.YES) {
      assertThat(search.matchStart()).isBetween((long) end, search.matchEnd());
      assertThat(search.matchEnd()).isLessThanOrEqualTo(input.length);
    }
  }

  @Test
  void shortRun() {
    ShortRun.on(samples(), this::expressions);
  }

  static List<byte[]> samples() {
    return Stream.of(
            "^(?i:a|b[^\\x00-\\x1f\\d]){2,5}?(?=c)(?<!d)$\nababc",
            "(?<n>a+)+\\k<n>(?>x*)y*+|\\101\\cA\\R[[:^alpha:]]\naaaaaaxyz",
            "(?s-m)((a)|b)*?\\2{3}\\b\\B\\A\\z\\Z(?#no).\nabab",
            "(a+)+$\naaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!")
        .map(text -> text.getBytes(StandardCharsets.ISO_8859_1))
        .toList();
  }
}
