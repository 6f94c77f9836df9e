package org.lagroups.wormguard.learn.signature;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

final class InvariantContentTest {

  @Test
  void findsWhatAllHave() {
    assertThat(longest(3, "xxabcdeyy", "abcdezz", "q abcde")).contains("abcde");
    assertThat(longest(1, "alone")).contains("alone");
    assertThat(longest(2, "abc", "def")).isEmpty();
  }

  @Test
  void mayLackInAsManyAsIsSaid() {
    assertThat(longest(2, "nothing", "xabcdefy", "zabcdef")).contains("abcdef");
    assertThat(longest(3, "notabc", "xabcdefy", "zabcdef")).contains("abc");
  }

  @Test
  void takesTheLongestThatIsWanted() {
    assertThat(
            new InvariantContent(bytes("abcd-xyz", "abcd+xyz"), 2)
                .longest(content -> text(content).contains("z"))
                .map(InvariantContentTest::text))
        .contains("xyz");
  }

  /** Tries all parts of all samples. */
  @Test
  void findsWhatTryingAllFinds() {
    Seeds.forEach(
        300,
        30_000,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          List<String> samples =
              Stream.generate(() -> word(random)).limit(random.nextInt(1, 6)).toList();
          int needed = random.nextInt(1, samples.size() + 1);
          String wanted = random.nextBoolean() ? "" : "a";
          Optional<String> found =
              new InvariantContent(bytes(samples.toArray(String[]::new)), needed)
                  .longest(content -> text(content).contains(wanted))
                  .map(InvariantContentTest::text);
          int expected =
              samples.stream()
                  .flatMap(InvariantContentTest::parts)
                  .filter(part -> part.contains(wanted))
                  .filter(isInSoMany(samples, needed))
                  .mapToInt(String::length)
                  .max()
                  .orElse(0);
          assertThat(found.map(String::length).orElse(0)).as("%s", samples).isEqualTo(expected);
          found.ifPresent(
              content -> assertThat(isInSoMany(samples, needed).test(content)).isTrue());
        });
  }

  private static Predicate<String> isInSoMany(List<String> samples, int needed) {
    return part -> samples.stream().filter(sample -> sample.contains(part)).count() >= needed;
  }

  private static Stream<String> parts(String word) {
    return Stream.iterate(0, from -> from < word.length(), from -> from + 1)
        .flatMap(from ->
            Stream.iterate(from + 1, to -> to <= word.length(), to -> to + 1)
                .map(to -> word.substring(from, to)));
  }

  private static String word(SplittableRandom random) {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(1, 20); i > 0; i--) {
      word.append((char) ('a' + random.nextInt(2)));
    }
    return word.toString();
  }

  private static Optional<String> longest(int needed, String... samples) {
    return new InvariantContent(bytes(samples), needed)
        .longest(_ -> true)
        .map(InvariantContentTest::text);
  }

  private static List<Bytes> bytes(String... texts) {
    return Stream.of(texts)
        .map(text -> Bytes.copyOf(text.getBytes(StandardCharsets.ISO_8859_1)))
        .toList();
  }

  private static String text(Bytes bytes) {
    return new String(bytes.toArray(), StandardCharsets.ISO_8859_1);
  }
}
