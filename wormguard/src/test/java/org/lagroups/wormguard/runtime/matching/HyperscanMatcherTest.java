package org.lagroups.wormguard.runtime.matching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.time.Duration;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.match.Hits;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralMatcher;
import org.lagroups.wormguard.match.LiteralScanner;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.MatcherContract;
import org.lagroups.wormguard.match.RandomText;
import org.lagroups.wormguard.match.Reporting;
import org.lagroups.wormguard.match.automaton.AutomatonMatcher;

class HyperscanMatcherTest extends MatcherContract {

  @BeforeAll
  static void needsHyperscan() {
    Matching best = Matching.best();
    assumeTrue(best.whyNotNative().isEmpty(), best.whyNotNative().orElse(""));
  }

  @Override
  protected MatcherCompiler compiler() {
    return Matching.best().compiler();
  }

  @Test
  void saysTheSameAsTheAutomatonOfThousandsOfLiterals() {
    Seeds.forEach(
        1,
        10,
        seed -> {
          RandomText texts = new RandomText(new SplittableRandom(seed));
          LiteralSet literals = texts.literals(3_000, 400);
          try (LiteralMatcher ours = AutomatonMatcher.compile(literals, Reporting.EVERY_END);
              LiteralMatcher theirs = compiler().compile(literals, Reporting.EVERY_END);
              LiteralScanner ourScanner = ours.newScanner();
              LiteralScanner theirScanner = theirs.newScanner()) {
            for (int i = 0; i < 4; i++) {
              Bytes text = texts.text(literals, 400);
              assertThat(Hits.of(theirScanner, text)).isEqualTo(Hits.of(ourScanner, text));
            }
          }
        });
  }

  @Test
  void compilesTheLargestSetsInSecondsAndMegabytes() {
    SplittableRandom random = new SplittableRandom(Seeds.one());
    for (int length :
        Seeds.isFull() ? new int[] {2, 16, Literal.MAX_LENGTH_BYTES} : new int[] {16}) {
      LiteralSet largest = random(random, length);
      try (LiteralMatcher matcher =
              assertTimeout(
                  Duration.ofSeconds(10), () -> compiler().compile(largest, Reporting.EVERY_END));
          LiteralScanner scanner = matcher.newScanner()) {
        assertThat(matcher.memoryBytes()).isLessThan(16L << 20);
        Bytes text = largest.literals().getLast().content();
        assertThat(Hits.of(scanner, text)).isEqualTo(Hits.sought(largest, text));
      }
    }
  }

  private static LiteralSet random(SplittableRandom random, int length) {
    int count = Math.min(LiteralSet.MAX_LITERALS, LiteralSet.MAX_TOTAL_BYTES / length);
    LiteralSet.Builder literals = LiteralSet.builder();
    for (int id = 0; id < count; id++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      assertThat(literals.add(new Literal(id, Bytes.wrapOwned(content), id % 2 == 0))).isEmpty();
    }
    return literals.build();
  }
}
