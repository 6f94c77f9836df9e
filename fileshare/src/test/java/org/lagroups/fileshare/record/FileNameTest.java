package org.lagroups.fileshare.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FileNameTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "a/b",
        "../etc/passwd",
        "a\\b",
        "a\u0000b",
        "a\nb",
        "\u001b[2J",
        "invoice\u202Efdp.exe",
        "a\u2066b",
        "a\u200Bb",
        "a\u2028b",
        "\uD800",
        " a",
        "a "
      })
  void refusesWhatIsUnsafe(String text) {
    assertThat(FileName.isSafe(text)).isFalse();
    assertThatThrownBy(() -> new FileName(text)).isInstanceOf(IllegalArgumentException.class);
    assertThat(FileName.isSafe(FileName.sanitised(text).text())).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", ".bashrc", "a..b", "Übersicht 2026.pdf", "资料.txt", "a b.tar.gz"})
  void takesOrdinaryNamesAsTheyAre(String text) {
    assertThat(FileName.sanitised(text)).hasToString(text);
  }

  @Test
  void isAtMost255BytesLong() {
    assertThat(FileName.isSafe("ä".repeat(127))).isTrue();
    assertThat(FileName.isSafe("ä".repeat(128))).isFalse();
    assertThat(FileName.isSafe("a".repeat(255))).isTrue();
    assertThat(FileName.isSafe("a".repeat(256))).isFalse();
  }

  @Test
  void keepsTheExtensionWhenItHasToBeCut() {
    String cut = FileName.sanitised("ä".repeat(400) + ".txt").text();
    assertThat(cut).endsWith("ä.txt");
    assertThat(cut.getBytes(StandardCharsets.UTF_8).length).isBetween(250, 255);
  }

  @Test
  void setsAMarkerBeforeTheExtension() {
    assertThat(new FileName("a.txt").marked(" (2)")).hasToString("a (2).txt");
    assertThat(new FileName("README").marked(" (3)")).hasToString("README (3)");
    assertThat(new FileName("b".repeat(251) + ".txt").marked(" (2)").text())
        .hasSize(255)
        .endsWith("b (2).txt");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "text", "text/", "/plain", "Text/plain", "text/plain; x=1", "a/b/c"})
  void knowsWhatIsNoMimeType(String text) {
    assertThat(MimeType.isType(text)).isFalse();
  }

  @Test
  void boundsMimeTypes() {
    assertThat(MimeType.isType("a".repeat(63) + "/" + "b".repeat(63))).isTrue();
    assertThat(MimeType.isType("a".repeat(64) + "/" + "b".repeat(63))).isFalse();
  }
}
