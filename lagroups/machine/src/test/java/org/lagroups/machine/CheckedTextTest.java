package org.lagroups.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CheckedTextTest {

  private static final long SEED = Long.getLong("lag.seed.base", 1L);
  private static final int BYTES = 32;
  private static final CheckedText TEXT = new CheckedText("n", BYTES);
  private static final int FIRST_SYMBOL = 2;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @ParameterizedTest
  @CsvSource({
    "a, 0, A1LQFN3A",
    "abcdef, 20, abcdef1l7aum6echk45nj3s0wdvt2fg8x9yrzpqzd3ryx",
    "split, 30, split1checkupstagehandshakeupstreamerranterredcaperredlc445v"
  })
  void agreesWithTheVectorsOfBip350(String prefix, int bytes, String vector) {
    CheckedText text = new CheckedText(prefix, bytes);
    String formatted = text.format(text.parse(vector));
    assertThat(formatted.replace("-", "")).isEqualTo(vector.toLowerCase(Locale.ROOT));
  }

  @Test
  void formatsAsAnotherImplementationDoes() {
    for (int i = 0; i < 200; i++) {
      Bytes value = randomValue();
      assertThat(compact(value)).as(replay()).isEqualTo(Bech32m.encode("n", value));
    }
  }

  @Test
  void readsBackWhatItWrote() {
    for (int i = 0; i < 200; i++) {
      Bytes value = randomValue();
      assertThat(TEXT.parse(TEXT.format(value))).as(replay()).isEqualTo(value);
    }
  }

  @Test
  void showsGroupsOfFive() {
    assertThat(TEXT.format(randomValue()))
        .matches("n1[a-z0-9]{3}(-[a-z0-9]{5}){11}")
        .hasSize(60 + 11);
  }

  @Test
  void doesNotMindCaseDashesAndBlanks() {
    Bytes value = randomValue();
    String text = TEXT.format(value);
    assertThat(TEXT.parse(text.toUpperCase(Locale.ROOT))).isEqualTo(value);
    assertThat(TEXT.parse(text.replace("-", ""))).isEqualTo(value);
    assertThat(TEXT.parse(" \t" + text.replace("-", " ") + "\n")).isEqualTo(value);
    assertThat(TEXT.parse(text.replace("-", "\u00a0"))).isEqualTo(value);
    assertThat(TEXT.parse(text.replace("-", "\u2011"))).isEqualTo(value);
  }

  @Test
  void detectsEverySingleWrongCharacter() {
    String text = compact(randomValue());
    for (int at = FIRST_SYMBOL; at < text.length(); at++) {
      for (int symbol = 0; symbol < Bech32m.ALPHABET.length(); symbol++) {
        char other = Bech32m.ALPHABET.charAt(symbol);
        if (other != text.charAt(at)) {
          assertMistake(replaced(text, at, other));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4})
  void detectsSeveralWrongCharacters(int mistakes) {
    for (int i = 0; i < 5_000; i++) {
      String text = compact(randomValue());
      assertMistake(withMistakes(text, mistakes));
    }
  }

  @Test
  void detectsSwappedCharacters() {
    for (int i = 0; i < 100; i++) {
      String text = compact(randomValue());
      for (int at = FIRST_SYMBOL; at < text.length() - 1; at++) {
        if (text.charAt(at) != text.charAt(at + 1)) {
          String once = replaced(text, at, text.charAt(at + 1));
          assertMistake(replaced(once, at + 1, text.charAt(at)));
        }
      }
    }
  }

  @Test
  void saysWhichKindOfNameItExpected() {
    String groupText = new CheckedText("g", BYTES).format(randomValue());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.parse(groupText))
        .withMessageStartingWith("this ID has to begin with n1, unlike g1");
  }

  @Test
  void saysHowLongItShouldBe() {
    String text = compact(randomValue());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.parse(text.substring(0, 59)))
        .withMessageStartingWith("this ID should have 60 characters without dashes, not 59");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.parse(text + "q"))
        .withMessageStartingWith("this ID should have 60 characters without dashes, not 61");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.parse(text + " ".repeat(200)))
        .withMessageStartingWith("far too long for an ID");
    assertThatIllegalArgumentException().isThrownBy(() -> TEXT.parse(""));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "b", "i", "o", "!", "ß", "\u0130", "\u202e"})
  void namesTheCharacterThatNoIdHas(String odd) {
    String text = compact(randomValue());
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TEXT.parse(text.substring(0, 10) + odd + text.substring(10 + 1)))
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("\u202e"));
  }

  @Test
  void refusesPaddingThatIsNotZero() {
    BigInteger number = new BigInteger(1, randomValue().toArray()).shiftLeft(4);
    for (int padding = 1; padding < 16; padding++) {
      String data = Bech32m.symbols(number.or(BigInteger.valueOf(padding)), 52);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TEXT.parse(Bech32m.withChecksum("n", data)))
          .withMessageContaining("canonical");
    }
  }

  @Test
  void refusesTheOlderBech32Checksum() {
    CheckedText text = new CheckedText("a", 0);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> text.parse("a12uel5l"))
        .withMessageContaining("typing mistake");
  }

  private void assertMistake(String text) {
    assertThatIllegalArgumentException()
        .as(replay())
        .isThrownBy(() -> TEXT.parse(text))
        .withMessageContaining("typing mistake");
  }

  private String withMistakes(String text, int count) {
    StringBuilder wrong = new StringBuilder(text);
    for (int made = 0; made < count; ) {
      int at = random.nextInt(FIRST_SYMBOL, text.length());
      char other = Bech32m.ALPHABET.charAt(random.nextInt(32));
      if (wrong.charAt(at) == text.charAt(at) && other != text.charAt(at)) {
        wrong.setCharAt(at, other);
        made++;
      }
    }
    return wrong.toString();
  }

  private static String replaced(String text, int at, char other) {
    return text.substring(0, at) + other + text.substring(at + 1);
  }

  private static String compact(Bytes value) {
    return TEXT.format(value).replace("-", "");
  }

  private Bytes randomValue() {
    byte[] value = new byte[BYTES];
    random.nextBytes(value);
    return Bytes.wrapOwned(value);
  }

  private static String replay() {
    return "./lag test --module machine --only CheckedTextTest --seed " + SEED;
  }
}
