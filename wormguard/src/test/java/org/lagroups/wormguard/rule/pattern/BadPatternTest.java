package org.lagroups.wormguard.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.wormguard.rule.text.Mistake;

/** Patterns for which a plain search with backtracking takes for ever. */
final class BadPatternTest {

  private static final int PACKET_BYTES = 1_460;

  private final Patterns patterns = new Patterns();

  /** They hold nowhere in these texts, and that is said for sure. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(a+)+$",
        "(a|a)+$",
        "(a|aa)+$",
        "(.*)*x",
        "(a*)*b",
        "(a*a*)*b",
        "([a-z]+)*\\d",
        "(a?){50}a{50}b",
        "^(([a-z])+.)+[A-Z]([a-z])+$",
        ".*.*.*.*x",
        "(?:a.*)*b",
        "(a{1,9}){1,9}c",
        "(((a+)+)+)+y"
      })
  void saysNoToWhatIsNotThere(String expression) throws Mistake {
    BytePattern pattern = Patterns.compile(expression, "");
    for (int bytes : new int[] {30, 200, PACKET_BYTES}) {
      assertThat(patterns.find(pattern, "a".repeat(bytes) + "!")).isEqualTo("NO");
    }
  }

  @Test
  void findsWhatIsThereAllTheSame() throws Mistake {
    String text = "a".repeat(PACKET_BYTES) + "!";
    assertThat(patterns.find(Patterns.compile("(a+)+!", ""), text)).isEqualTo("0-" + text.length());
    assertThat(patterns.find(Patterns.compile("(a|aa)+$|(a+)+!", ""), text))
        .isEqualTo("0-" + text.length());
  }

  /** Where what was tried cannot be noted, the search ends all the same. */
  @ParameterizedTest
  @ValueSource(strings = {"((a+)+)b\\1", "(?=(a+)+$)b|(?=(a+)+$)a", "(?>(a+)+$)", "(a|a)*+$"})
  void givesUp(String expression) throws Mistake {
    BytePattern pattern = Patterns.compile(expression, "");
    assertThat(patterns.find(pattern, "a".repeat(PACKET_BYTES) + "!")).isEqualTo("GAVE_UP");
    assertThat(patterns.find(Patterns.compile("!", ""), "aa!")).as("afterwards").isEqualTo("2-3");
  }

  /** It would need more places to come back to than are kept. */
  @Test
  void givesUpWhereTheTextIsTooLongForIt() throws Mistake {
    String text = "ab".repeat(1 << 20);
    assertThat(patterns.find(Patterns.compile("(?:a|b)*c", ""), text)).isEqualTo("GAVE_UP");
  }
}
