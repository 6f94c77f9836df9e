package org.lagroups.wormguard.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.lagroups.wormguard.rule.pattern.syntax.ByteSet;
import org.lagroups.wormguard.rule.pattern.syntax.PatternParser;
import org.lagroups.wormguard.rule.text.Mistake;

final class BytePatternTest {

  private final Patterns patterns = new Patterns();

  @ParameterizedTest
  @CsvSource(
      delimiter = '@',
      quoteCharacter = '~',
      textBlock =
          """
          abc           @     @ xabcx         @ 1-4
          abc           @     @ xabx          @ NO
          a|bc|         @     @ bc            @ 0-2
          |a            @     @ a             @ 0-0
          a.c           @     @ a\\nc         @ NO
          a.c           @ s   @ a\\nc         @ 0-3
          ABC           @ i   @ xaBc          @ 1-4
          [^a]          @ i   @ AAb           @ 2-3
          é             @ i   @ É             @ NO
          ^b            @     @ a\\nb         @ NO
          ^b            @ m   @ a\\nb         @ 2-3
          ^             @ m   @ \\n           @ 0-0
          \\n^          @ m   @ a\\n          @ NO
          a$            @     @ a\\n          @ 0-1
          a$            @ E   @ a\\n          @ NO
          a$            @     @ a\\nb         @ NO
          a$            @ m   @ a\\nb         @ 0-1
          a\\Z          @ m   @ a\\nb         @ NO
          a\\Z          @     @ a\\n          @ 0-1
          a\\z          @     @ a\\n          @ NO
          \\Ab          @ m   @ a\\nb         @ NO
          b             @ A   @ ab            @ NO
          a b # c       @ x   @ ab            @ 0-2
          [ ]\\ b       @ x   @ xx  b         @ 2-5
          a+            @     @ baaa          @ 1-4
          a+            @ G   @ baaa          @ 1-2
          a+?           @ G   @ baaa          @ 1-4
          a*?b          @     @ aab           @ 0-3
          a{2}          @     @ aaaaa         @ 0-2
          a{2,}         @     @ aaaaa         @ 0-5
          a{2,3}        @     @ aaaaa         @ 0-3
          a{2,3}?       @     @ aaaaa         @ 0-2
          (ab){2,3}     @     @ abababab      @ 0-6
          a{,3}         @     @ a{,3}         @ 0-5
          a{x}          @     @ a{x}          @ 0-4
          {             @     @ {             @ 0-1
          a++a          @     @ aaa           @ NO
          (?>a+)a       @     @ aaa           @ NO
          (?:a|ab)c     @     @ abc           @ 0-3
          (?>a|ab)c     @     @ abc           @ NO
          (a??)*        @     @ aaa           @ 0-0
          (a|b)*?c      @     @ abac          @ 0-4
          (a)(?:b)\\1   @     @ xaba          @ 1-4
          (?<n>a.)\\k<n> @    @ abaabab       @ 3-7
          (?P<n>a.)(?P=n) @   @ abab          @ 0-4
          (a.)\\g{1}    @     @ abab          @ 0-4
          (A)\\1        @ i   @ aA            @ 0-2
          (a)|b\\1      @     @ b             @ NO
          (?=ab)a       @     @ aab           @ 1-2
          a(?!b)        @     @ aba           @ 2-3
          (?<=b)a       @     @ ab            @ NO
          (?<=a)b       @     @ ab            @ 1-2
          (?<=xy|b)a    @     @ aba           @ 2-3
          (?<!a)b       @     @ ab            @ NO
          (?<!a)b       @     @ b             @ 0-1
          (?=(a))\\1b   @     @ ab            @ 0-2
          \\bb          @     @ ab b          @ 3-4
          \\Bb          @     @ b ab          @ 3-4
          (?i)aB        @     @ Ab            @ 0-2
          a(?i)b|c      @     @ C             @ 0-1
          (a(?i)b)c     @     @ aBC           @ NO
          (?i:a)b       @     @ AB            @ NO
          (?s-i:.)a     @ i   @ \\nA          @ 0-2
          a(?#any)b     @     @ ab            @ 0-2
          []a]+         @     @ xa]a          @ 1-4
          [^]a]         @     @ ]ab           @ 2-3
          [a-]+         @     @ b-a           @ 1-3
          [\\w-]+       @     @ .a-b          @ 1-4
          [a\\-c]+      @     @ b-ca          @ 1-4
          [[]           @     @ [             @ 0-1
          [a[b]         @     @ [             @ 0-1
          [a&&b]        @     @ &             @ 0-1
          [[:digit:]_]+ @     @ a1_2b         @ 1-4
          [[:^alpha:]]  @     @ ab1           @ 2-3
          [[:upper:]]   @ i   @ a             @ 0-1
          [:a]          @     @ a             @ 0-1
          [\\x41-\\x43]+ @    @ zABCD         @ 1-4
          \\x41         @     @ A             @ 0-1
          \\x4          @     @ \\x04         @ 0-1
          \\x{41}       @     @ A             @ 0-1
          \\101\\0      @     @ A\\x00        @ 0-2
          \\cA          @     @ \\x01         @ 0-1
          [\\b]         @     @ \\x08         @ 0-1
          \\h\\v        @     @ \\t\\n        @ 0-2
          \\R           @     @ \\r\\n        @ 0-2
          \\N+          @     @ a\\n          @ 0-1
          \\/\\;\\"\\'  @     @ /;"'          @ 0-4
          \\s\\S\\d\\D\\w\\W @  @ x y1zA!       @ 1-7
          """)
  void finds(String expression, @Nullable String flags, String text, String expected)
      throws Mistake {
    BytePattern pattern = Patterns.compile(expression, flags == null ? "" : flags);
    assertThat(patterns.find(pattern, unescaped(text))).isEqualTo(expected);
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n")
        .replace("\\r", "\r")
        .replace("\\t", "\t")
        .replace("\\x00", "\0")
        .replace("\\x01", "\u0001")
        .replace("\\x04", "\u0004")
        .replace("\\x08", "\b");
  }

  @Test
  void findsFromAPlaceOnAndSeesWhatIsBeforeIt() throws Mistake {
    assertThat(patterns.find(Patterns.compile("b", ""), "abab", 2)).isEqualTo("3-4");
    assertThat(patterns.find(Patterns.compile("(?<=a)b", ""), "abab", 3)).isEqualTo("3-4");
    assertThat(patterns.find(Patterns.compile("^b", ""), "bb", 1)).isEqualTo("NO");
    assertThat(patterns.find(Patterns.compile("b", "A"), "bb", 1)).isEqualTo("1-2");
    assertThat(patterns.find(Patterns.compile("b*", ""), "abb", 3)).isEqualTo("3-3");
  }

  @Test
  void findsAnyByte() throws Mistake {
    for (int b = 0; b < ByteSet.BYTES; b++) {
      String text = String.valueOf((char) b);
      BytePattern pattern = Patterns.compile("\\x%02x".formatted(b), "");
      assertThat(patterns.find(pattern, text)).isEqualTo("0-1");
      assertThat(patterns.find(pattern, String.valueOf((char) (b ^ 0x80)))).isEqualTo("NO");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(",
        ")",
        "(a",
        "a)",
        "[",
        "[a",
        "[a-",
        "[a\\",
        "\\",
        "*",
        "+a",
        "a|*",
        "[b-a]",
        "a{3,2}",
        "a{65536}",
        "(?R)",
        "(?1)",
        "(?|a)",
        "(?(1)a)",
        "(*FAIL)",
        "(?C)",
        "(?P>n)",
        "(?&n)",
        "\\K",
        "\\p{L}",
        "\\P{L}",
        "\\X",
        "\\Q.\\E",
        "\\G",
        "\\1",
        "(a)\\2",
        "\\k<n>",
        "\\g{-1}",
        "\\x{100}",
        "\\777",
        "\\8",
        "\\y",
        "(?<=a*)b",
        "(?<=(a)\\1)b",
        "(?J)a",
        "(?<1>a)",
        "(?<n>a)(?<n>b)",
        "[[:any:]]",
        "[[.a.]]",
        "(?",
        "(?<",
        "(?i",
        "\\c",
        "\\x{4",
        "[\\Qa\\E]"
      })
  void refuses(String expression) {
    assertThatThrownBy(() -> Patterns.compile(expression, ""))
        .isInstanceOf(Mistake.class)
        .extracting(mistake -> ((Mistake) mistake).keyword())
        .isEqualTo("pcre");
  }

  @Test
  void boundsTheExpression() throws Mistake {
    assertThat(patterns.find(Patterns.compile("a".repeat(BytePattern.MAX_LENGTH), ""), "a"))
        .isEqualTo("NO");
    assertRefused("a".repeat(BytePattern.MAX_LENGTH + 1), "longer");
  }

  @Test
  void boundsDepth() throws Mistake {
    String open = "(".repeat(PatternParser.MAX_DEPTH);
    String close = ")".repeat(PatternParser.MAX_DEPTH);
    assertThat(patterns.find(Patterns.compile(open + "a" + close, ""), "a")).isEqualTo("0-1");
    assertRefused("(" + open + "a" + close + ")", "deep");
    assertRefused("a" + "*".repeat(BytePattern.MAX_LENGTH - 1), "deep");
  }

  /** Were each alternative looked at twice, this would take 2^40 looks. */
  @Test
  void seesHowFarToLookBehindHoweverDeepThatIs() throws Mistake {
    String deep = "(?:".repeat(40) + "a" + "|b)".repeat(40);
    assertThat(patterns.find(Patterns.compile("(?<=" + deep + "{1})c", ""), "ac")).isEqualTo("1-2");
  }

  /** Each alone is short; written out they are long, or would never be written out at all. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "(ab){10001}",
        "a{0,20000}",
        "((((a{999}b){999}){999}){999}){999}",
        "(?:(?:a?){999}){999}",
        "(?:(?:(?:){65535}){65535}){65535}"
      })
  void boundsWhatIsRepeated(String expression) {
    assertRefused(expression, "steps");
  }

  private static void assertRefused(String expression, String reason) {
    assertThatThrownBy(() -> Patterns.compile(expression, "")).hasMessageContaining(reason);
  }
}
