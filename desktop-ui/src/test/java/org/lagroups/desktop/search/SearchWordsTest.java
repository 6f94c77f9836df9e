package org.lagroups.desktop.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchWordsTest {

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          'pap',          'pap*'
          'trust pap',    'trust pap*'
          'p',            'p'
          'paper ',       'paper'
          'pap*',         'pap*'
          'trust -draf',  'trust -draf'
          'magnet:?xt=x', 'magnet:?xt=x'
          """)
  void theLastWordMayGoOn(String typed, String asked) {
    assertThat(SearchWords.of(typed)).isEqualTo(asked);
  }

  @ParameterizedTest
  @CsvSource({"'pap*', 'pap'", "'paper', 'paper'"})
  void isTypedAgainAsItWas(String query, String typed) {
    assertThat(SearchWords.typed(query)).isEqualTo(typed);
  }

  @Test
  void aRootIsWhole() {
    assertThat(SearchWords.of("ab".repeat(32))).isEqualTo("ab".repeat(32));
  }
}
