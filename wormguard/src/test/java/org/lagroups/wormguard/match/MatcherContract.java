package org.lagroups.wormguard.match;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;

/** What holds for each matcher. */
public abstract class MatcherContract {

  /** The one that is tested. */
  protected abstract MatcherCompiler compiler();

  @Test
  void reportsWhereLiteralsEnd() {
    assertThat(hits("one two two", "one", "two", "three"))
        .containsExactlyInAnyOrder(new Hit(0, 3), new Hit(1, 7), new Hit(1, 11));
  }

  @Test
  void reportsLiteralsThatOverlapOrLieWithinOthers() {
    assertThat(hits("abcab", "abc", "bc", "c", "cab", "bca"))
        .containsExactlyInAnyOrder(
            new Hit(0, 3), new Hit(1, 3), new Hit(2, 3), new Hit(4, 4), new Hit(3, 5));
  }

  @Test
  void tellsLettersApartForThoseThatAreNotCaseless() {
    assertThat(hits("get GET gEt", "(?i)Get", "GET"))
        .containsExactlyInAnyOrder(new Hit(0, 3), new Hit(0, 7), new Hit(0, 11), new Hit(1, 7));
  }

  @Test
  void takesNothingButLettersOfAsciiForEachOther() {
    assertThat(hits("@[`{ \u00c4\u00e4 kK", "(?i)@[", "(?i)\u00e4", "(?i)k"))
        .containsExactlyInAnyOrder(new Hit(0, 2), new Hit(1, 7), new Hit(2, 9), new Hit(2, 10));
  }

  @Test
  void reportsEachIdOfTheSameContent() {
    assertThat(hits("worm", "worm", "worm", "(?i)WORM", "(?i)worm"))
        .containsExactlyInAnyOrder(new Hit(0, 4), new Hit(1, 4), new Hit(2, 4), new Hit(3, 4));
  }

  @Test
  void findsNulBytesAndAllOthers() {
    assertThat(hits("a\u0000\u0000\u00ff\n.*", "\u0000\u0000", "\u0000\u00ff\n", ".*", "\\n"))
        .containsExactlyInAnyOrder(new Hit(0, 3), new Hit(1, 5), new Hit(2, 7));
  }

  @Test
  void findsTheLongestLiteralAmongThoseWithTheSameEnd() {
    String longest = "x" + "ab".repeat(Literal.MAX_LENGTH_BYTES / 2 - 1) + "y";
    String other = "y" + longest.substring(1);
    assertThat(hits("--" + longest + "--", longest, "(?i)" + longest, other))
        .containsExactlyInAnyOrder(
            new Hit(0, Literal.MAX_LENGTH_BYTES + 2), new Hit(1, Literal.MAX_LENGTH_BYTES + 2));
  }

  /** The bytes around a text of {@link Hits} are all {@code a}. */
  @Test
  void looksAtNothingAroundTheText() {
    assertThat(hits("ab", "aa", "aab", "aba", "ba")).isEmpty();
  }

  @Test
  void findsNothingInAnEmptyText() {
    assertThat(hits("", "a")).isEmpty();
  }

  @Test
  void findsNothingWithoutLiterals() {
    assertThat(hits("some text")).isEmpty();
  }

  @Test
  void findsTheSameAsALookAtEachPlace() {
    Seeds.forEach(
        30,
        600,
        seed -> {
          SplittableRandom random = new SplittableRandom(seed);
          RandomText texts = new RandomText(random);
          LiteralSet literals = texts.literals(1 + random.nextInt(60), 300);
          try (LiteralMatcher all = compiler().compile(literals, Reporting.EVERY_END);
              LiteralMatcher first = compiler().compile(literals, Reporting.FIRST_END);
              LiteralScanner allScanner = all.newScanner();
              LiteralScanner firstScanner = first.newScanner()) {
            for (int i = 0; i < 5; i++) {
              Bytes text = texts.text(literals, i * 200);
              Set<Hit> sought = Hits.sought(literals, text);
              assertThat(Hits.of(allScanner, text)).isEqualTo(sought);
              assertThat(Hits.of(firstScanner, text)).isEqualTo(Hits.first(sought));
            }
          }
        });
  }

  @Test
  void reportsFirstEndsOfEachTextAfterOneThatWasNotReadToItsEnd() {
    Bytes text = Hits.bytes("xy ".repeat(100));
    MemorySegment memory = MemorySegment.ofArray(text.toArray());
    try (LiteralMatcher matcher =
            compiler().compile(Hits.literals("x", "y", "xy"), Reporting.FIRST_END);
        LiteralScanner scanner = matcher.newScanner()) {
      assertThat(scanner.scan(memory, 0, text.length(), (_, _) -> false)).isFalse();
      assertThat(Hits.of(scanner, text))
          .containsExactlyInAnyOrder(new Hit(0, 1), new Hit(1, 2), new Hit(2, 2));
    }
  }

  @Test
  void readsMemoryOfTheHeap() {
    withScanner(scanner -> {
      MemorySegment heap = MemorySegment.ofArray(Hits.bytes("a worm in it").toArray());
      List<Long> ends = new ArrayList<>();
      assertThat(scanner.scan(heap, 1, 6, (_, end) -> ends.add(end))).isTrue();
      assertThat(ends).containsExactly(5L);
    });
  }

  @Test
  void stopsWhenItIsTold() {
    withScanner(scanner -> {
      List<Long> ends = new ArrayList<>();
      MemorySegment text = MemorySegment.ofArray(Hits.bytes("worm ".repeat(100)).toArray());
      boolean whole =
          scanner.scan(
              text,
              0,
              text.byteSize(),
              (_, end) -> {
                ends.add(end);
                return ends.size() < 3;
              });
      assertThat(whole).isFalse();
      assertThat(ends).hasSize(3);
      assertThat(Hits.of(scanner, Hits.bytes("worm"))).containsExactly(new Hit(0, 4));
    });
  }

  @Test
  void passesOnWhatTheSinkThrows() {
    withScanner(scanner -> {
      try (Arena arena = Arena.ofConfined()) {
        MemorySegment text = arena.allocateFrom("worm worm");
        assertThatExceptionOfType(UnsupportedOperationException.class)
            .isThrownBy(() ->
                scanner.scan(
                    text,
                    0,
                    9,
                    (_, _) -> {
                      throw new UnsupportedOperationException("by the sink");
                    }))
            .withMessage("by the sink");
      }
      assertThat(Hits.of(scanner, Hits.bytes("worm"))).containsExactly(new Hit(0, 4));
    });
  }

  @Test
  void refusesToScanForItsOwnSink() {
    withScanner(scanner -> {
      MemorySegment text = MemorySegment.ofArray(Hits.bytes("worm").toArray());
      HitSink nested = (_, _) -> scanner.scan(text, 0, 4, (_, _) -> true);
      assertThatIllegalStateException().isThrownBy(() -> scanner.scan(text, 0, 4, nested));
      assertThat(Hits.of(scanner, Hits.bytes("worm"))).containsExactly(new Hit(0, 4));
    });
  }

  @Test
  void refusesToCloseForItsOwnSink() {
    withScanner(scanner -> {
      MemorySegment text = MemorySegment.ofArray(Hits.bytes("worm").toArray());
      HitSink closing =
          (_, _) -> {
            scanner.close();
            return true;
          };
      assertThatIllegalStateException().isThrownBy(() -> scanner.scan(text, 0, 4, closing));
      assertThat(Hits.of(scanner, Hits.bytes("worm"))).containsExactly(new Hit(0, 4));
    });
  }

  @Test
  void refusesToScanOnceItsMatcherIsClosed() {
    MemorySegment text = MemorySegment.ofArray(new byte[10]);
    LiteralMatcher matcher = compiler().compile(Hits.literals("worm"), Reporting.EVERY_END);
    try (LiteralScanner scanner = matcher.newScanner()) {
      matcher.close();
      assertThatIllegalStateException().isThrownBy(() -> scanner.scan(text, 0, 1, (_, _) -> true));
    }
  }

  @Test
  void refusesTextBeyondTheMemory() {
    withScanner(scanner -> {
      MemorySegment text = MemorySegment.ofArray(new byte[10]);
      for (long[] range : new long[][] {{0, 11}, {-1, 3}, {9, 2}, {3, -1}, {11, 0}}) {
        assertThatExceptionOfType(IndexOutOfBoundsException.class)
            .isThrownBy(() -> scanner.scan(text, range[0], range[1], (_, _) -> true));
      }
    });
  }

  @Test
  @SuppressWarnings("restricted") // Nothing of the memory is read.
  void refusesTextThatIsTooLong() {
    withScanner(scanner ->
        assertThatIllegalArgumentException()
            .isThrownBy(() ->
                scanner.scan(
                    MemorySegment.NULL.reinterpret(Long.MAX_VALUE),
                    0,
                    LiteralScanner.MAX_TEXT_BYTES + 1,
                    (_, _) -> true)));
  }

  @Test
  void refusesToScanOnceClosed() {
    MemorySegment text = MemorySegment.ofArray(new byte[10]);
    LiteralMatcher matcher = compiler().compile(Hits.literals("worm"), Reporting.EVERY_END);
    LiteralScanner scanner = matcher.newScanner();
    scanner.close();
    scanner.close();
    assertThatIllegalStateException().isThrownBy(() -> scanner.scan(text, 0, 1, (_, _) -> true));
    matcher.close();
    matcher.close();
    assertThatIllegalStateException().isThrownBy(matcher::newScanner);
  }

  private Set<Hit> hits(String text, String... literals) {
    return Hits.of(compiler(), Hits.literals(literals), Hits.bytes(text));
  }

  /** One that looks for {@code worm}. */
  private void withScanner(Consumer<LiteralScanner> test) {
    try (LiteralMatcher matcher = compiler().compile(Hits.literals("worm"), Reporting.EVERY_END);
        LiteralScanner scanner = matcher.newScanner()) {
      test.accept(scanner);
    }
  }
}
