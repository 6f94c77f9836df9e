package org.lagroups.multicast.stream;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.provider.MethodSource;
import org.lagroups.simnet.fuzz.ShortRun;

/** Whatever a person pastes as the link of a stream: one that has just this text, or a refusal. */
class StreamLinkFuzzTest {

  @MethodSource("texts")
  @FuzzTest(maxDuration = "30s")
  void text(byte[] input) {
    check(new String(input, StandardCharsets.UTF_8));
  }

  /** What is inside, under a check that is always right. */
  @MethodSource("contents")
  @FuzzTest(maxDuration = "30s")
  void content(byte[] input) {
    check(LinkChecks.withContent(StreamLink.SCHEME, input));
  }

  @Test
  void shortRun() {
    ShortRun.on(texts(), this::text);
    ShortRun.on(contents(), this::content);
  }

  static List<byte[]> texts() {
    return StreamLinkTest.links().stream()
        .map(link -> link.text().getBytes(StandardCharsets.UTF_8))
        .toList();
  }

  static List<byte[]> contents() {
    return StreamLinkTest.links().stream().map(link -> LinkChecks.contentOf(link.text())).toList();
  }

  private static void check(String text) {
    StreamLink link;
    try {
      link = StreamLink.parse(text);
    } catch (IllegalArgumentException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    assertThat(StreamLink.parse(link.text())).isEqualTo(link);
    assertThat(link.text()).startsWith(text.replaceAll("[\\s=]", "").substring(0, 60));
  }
}
