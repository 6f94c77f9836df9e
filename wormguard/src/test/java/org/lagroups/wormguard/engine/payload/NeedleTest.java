package org.lagroups.wormguard.engine.payload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.lang.foreign.MemorySegment;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.rule.payload.Content;
import org.lagroups.wormguard.testing.RuleTexts;

/** Finds what a search letter by letter finds. */
class NeedleTest {

  /**
   * Few letters, so that ends lie where the rest does not; and one whose case bit means nothing.
   */
  private static final String LETTERS = "aAbBcC@`";

  private final Text text = new Text();

  @Test
  void isFoundWhereItLiesFirst() {
    Seeds.forEach(
        1,
        3_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          String sought = letters(random, 1 + random.nextInt(12));
          String in = letters(random, random.nextInt(80));
          assertIsFoundFirst(sought, random.nextBoolean(), in, random.nextInt(in.length() + 1));
        });
  }

  @Test
  void isFoundWhereItLiesFirstThoughItIsLong() {
    Seeds.forEach(
        1,
        3_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          String sought = letters(random, Samples.LEAST_BYTES + random.nextInt(60));
          StringBuilder in = new StringBuilder();
          while (random.nextInt(6) > 0) {
            int beginning = random.nextInt(sought.length() + 1);
            in.append(letters(random, random.nextInt(20))).append(sought, 0, beginning);
          }
          in.append(sought).append(letters(random, random.nextInt(20)));
          assertIsFoundFirst(sought, random.nextBoolean(), in.toString(), random.nextInt(20));
        });
  }

  @Test
  void isFoundWhereItLiesFirstThoughItRepeatsItself() {
    Seeds.forEach(
        1,
        1_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          String period = letters(random, 1 + random.nextInt(10));
          String sought = period.repeat(Samples.LEAST_BYTES) + letters(random, random.nextInt(3));
          String almost = period.repeat(random.nextInt(40)) + letters(random, random.nextInt(3));
          assertIsFoundFirst(sought, random.nextBoolean(), almost + sought, 0);
        });
  }

  @Test
  void isNotFoundBehindTheLastPlace() {
    assertThat(find("ab", false, "ccccccccccccab", 0)).isEqualTo(12);
    assertThat(find("ab", false, "ccccccccccccca", 0)).isEqualTo(Needle.NONE);
    assertThat(find("a", false, "", 0)).isEqualTo(Needle.NONE);
  }

  @Test
  void isNotFoundOnceTheEffortIsSpent() {
    String sought = "a".repeat(200) + "b";
    assertThat(find(sought, false, "a".repeat(100) + sought, 0)).isEqualTo(100);
    assertThat(find(sought, false, "a".repeat(20_000) + sought, 0)).isEqualTo(Needle.NONE);
  }

  private void assertIsFoundFirst(String sought, boolean isCaseless, String in, int from) {
    assertThat(find(sought, isCaseless, in, from))
        .as("%s in %s from %d", sought, in, from)
        .isEqualTo(
            isCaseless
                ? in.toLowerCase(Locale.ROOT).indexOf(sought.toLowerCase(Locale.ROOT), from)
                : in.indexOf(sought, from));
  }

  private long find(String sought, boolean isCaseless, String in, int from) {
    Needle needle = new Needle(content(sought, isCaseless));
    MemorySegment memory = MemorySegment.ofArray(("##" + in).getBytes(ISO_8859_1));
    text.set(memory, 2, in.length(), 0);
    Effort effort = new Effort();
    effort.beginFrame();
    effort.begin(in.length());
    return needle.find(text, from, in.length() - (long) sought.length(), effort);
  }

  private static Content content(String sought, boolean isCaseless) {
    String rule =
        "alert tcp any any -> any any (content:\"%s\";%s sid:1;)"
            .formatted(sought, isCaseless ? " nocase;" : "");
    return (Content) RuleTexts.parse(List.of(rule)).getFirst().payloadConditions().getFirst();
  }

  private static String letters(SplittableRandom random, int length) {
    StringBuilder letters = new StringBuilder();
    for (int i = 0; i < length; i++) {
      letters.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
    }
    return letters.toString();
  }
}
