package org.lagroups.wormguard.rule.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.lagroups.simnet.seed.Seeds;
import org.lagroups.wormguard.rule.text.Mistake;

/** What is found is what the expressions of the JDK find. */
final class PatternOracleTest {

  private static final int EXPRESSIONS = 400;
  private static final int MANY_EXPRESSIONS = 200_000;
  private static final int TEXTS = 5;
  private static final int DEPTH = 4;
  private static final int LONGEST = 14;

  private final Patterns patterns = new Patterns();
  private final Patterns noting = new Patterns(new PatternSearch(0));

  @Test
  void findsTheSame() {
    Seeds.forEach(EXPRESSIONS, MANY_EXPRESSIONS, this::compare);
  }

  private void compare(long seed) throws Mistake {
    SplittableRandom random = new SplittableRandom(seed);
    RandomExpression draws = new RandomExpression(random);
    String expression = draws.draw(DEPTH);
    String flags = random.nextBoolean() ? "m" : "";
    BytePattern ours = Patterns.compile(expression, flags);
    Pattern theirs =
        Pattern.compile(expression, Pattern.UNIX_LINES | (flags.isEmpty() ? 0 : Pattern.MULTILINE));
    for (int i = 0; i < TEXTS; i++) {
      String text = draws.text(LONGEST);
      int from = random.nextInt(text.length() + 1);
      Matcher matcher = theirs.matcher(text);
      String expected = matcher.find(from) ? matcher.start() + "-" + matcher.end() : "NO";
      String what =
          "/%s/%s from %d of \"%s\"".formatted(expression, flags, from, text.replace("\n", "\\n"));
      assertThat(patterns.find(ours, text, from)).as(what).isEqualTo(expected);
      assertThat(noting.find(ours, text, from)).as("%s, with notes", what).isEqualTo(expected);
    }
  }
}
