package org.lagroups.fileshare.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryParserTest {

  @ParameterizedTest
  @CsvSource({
    "Holiday PHOTOS, holiday photos",
    "bash_manual-v5.pdf, bash manual v5 pdf",
    "hol* -draft, hol* -draft",
    "a-b* , a b*",
    "*old*, old*",
    "-a-b c, -a -b c",
    "Übersicht, übersicht",
    "x AND (y OR z)~2 f:g, x and y or z 2 f g",
  })
  void readsWordsPrefixesAndExclusions(String typed, String meant) {
    // "a-b*" has a prefix of one character, which is refused elsewhere; here its words are longer.
    assertThat(QueryParser.parse(typed.replace("b*", "bb*")))
        .hasToString(meant.replace("b*", "bb*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "  ", "*", "-x", "…/…", "a*"})
  void saysWhatIsWrongWithAnEmptyOrTooWideSearch(String typed) {
    assertThatThrownBy(() -> QueryParser.parse(typed))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give at least");
  }

  @Test
  void boundsLengthWordsAndWordLength() {
    assertThat(QueryParser.parse("ab ".repeat(16)).terms()).hasSize(16);
    assertThatThrownBy(() -> QueryParser.parse("ab ".repeat(17)))
        .hasMessageContaining("fewer words");
    assertThat(QueryParser.parse("a".repeat(64)).terms()).hasSize(1);
    assertThatThrownBy(() -> QueryParser.parse("a".repeat(65))).hasMessageContaining("too long");
    assertThatThrownBy(() -> QueryParser.parse("a".repeat(513)))
        .hasMessageContaining("512 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "A", "a b", "a*", "*", "a\u0000", "a/b"})
  void aTermIsOneLowerCaseWord(String text) {
    assertThat(Term.isPossible(Term.Kind.WORD, text)).isFalse();
  }
}
