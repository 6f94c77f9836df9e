package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @ValueSource(strings = {"plain text", "Grüße, 世界", "👍 fine", ""})
  void leavesOrdinaryTextAlone(String text) {
    assertThat(Printable.of(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\n", "\r", "\t", "\0", "\u001b", "\u007f", "\u0085", "\u200b", "\u200f", "\u202e",
        "\u2028", "\u2029", "\u2066", "\ufeff", "\ue000", "\ud800", "\udc00", "\u0378"
      })
  void replacesWhatCouldMislead(String unsafe) {
    assertThat(Printable.of("a" + unsafe + "b")).isEqualTo("a\ufffdb");
  }

  @Test
  void cutsLongTextBetweenCharacters() {
    assertThat(Printable.of("👍".repeat(5), 3)).isEqualTo("👍👍👍…");
    assertThat(Printable.of("👍".repeat(3), 3)).isEqualTo("👍👍👍");
    assertThat(Printable.of("x".repeat(1_000))).isEqualTo("x".repeat(120) + "…");
  }
}
