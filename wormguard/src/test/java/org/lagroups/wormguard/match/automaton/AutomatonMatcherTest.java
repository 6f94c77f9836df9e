package org.lagroups.wormguard.match.automaton;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lagroups.machine.Bytes;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.match.Hits;
import org.lagroups.wormguard.match.Literal;
import org.lagroups.wormguard.match.LiteralSet;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.match.MatcherContract;
import org.lagroups.wormguard.match.Reporting;

class AutomatonMatcherTest extends MatcherContract {

  @Override
  protected MatcherCompiler compiler() {
    return AutomatonMatcher::compile;
  }

  /** Random bytes share almost no prefixes, so no set has a larger table. */
  @Test
  void holdsTheLargestSetWithinItsBound() {
    SplittableRandom random = new SplittableRandom(Seeds.one());
    LiteralSet.Builder literals = LiteralSet.builder();
    int length = LiteralSet.MAX_TOTAL_BYTES / LiteralSet.MAX_LITERALS;
    for (int id = 0; id < LiteralSet.MAX_LITERALS; id++) {
      byte[] content = new byte[length];
      random.nextBytes(content);
      assertThat(literals.add(new Literal(id, Bytes.wrapOwned(content), id % 2 == 0))).isEmpty();
    }
    LiteralSet largest = literals.build();
    AutomatonMatcher matcher = AutomatonMatcher.compile(largest, Reporting.EVERY_END);
    assertThat(matcher.memoryBytes()).isBetween(30L << 20, AutomatonMatcher.MAX_MEMORY_BYTES);
    Bytes text = largest.literals().getLast().content();
    assertThat(Hits.of(matcher.newScanner(), text)).isEqualTo(Hits.sought(largest, text));
  }

  @Test
  void shortensTailsOnlyWhereTheTableWouldBeTooLarge() {
    assertThat(
            AutomatonMatcher.compile(Hits.literals("a long one", "b"), Reporting.EVERY_END)
                .tails()
                .tailBytes())
        .isEqualTo(TailAutomaton.MAX_TAIL_BYTES);
  }
}
