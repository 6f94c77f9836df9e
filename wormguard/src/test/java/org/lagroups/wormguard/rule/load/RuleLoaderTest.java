package org.lagroups.wormguard.rule.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.lagroups.wormguard.rule.address.Variables;

final class RuleLoaderTest {

  private static final String RULE = "alert ip any any -> any any (sid:%d; rev:%d;)\n";

  @Test
  void loadsTheOthersWhereOneIsRefused() throws IOException {
    RuleSet set =
        load("# comment\n\n" + rule(1, 1) + "alert x any any -> any any (sid:2;)\n" + rule(3, 1));
    assertThat(set.rules()).extracting(rule -> rule.line()).containsExactly(3, 5);
    assertThat(set.refused()).extracting(RefusedRule::line).containsExactly(4);
    assertThat(set.refusedCount()).isOne();
  }

  @Test
  void joinsLinesThatEndInABackslash() throws IOException {
    RuleSet set =
        load(
            "# no rule \\\n"
                + "alert ip any any -> \\\r\n any any (msg:\\\n\"one\"; \\\nsid:1;)\r\n"
                + rule(2, 1)
                + "  # no rule\n"
                + "alert ip any any -> any any (sid:3;)");
    assertThat(set.refused()).isEmpty();
    assertThat(set.rules()).extracting(rule -> rule.line()).containsExactly(2, 6, 8);
    assertThat(set.rules().getFirst().notes().message()).isEqualTo("one");
  }

  @Test
  void keepsTheNewerOfTwoWithTheSameNumber() throws IOException {
    RuleSet set = load(rule(1, 2) + rule(2, 5) + rule(1, 1) + rule(2, 6) + rule(2, 6));
    assertThat(set.rules())
        .extracting(rule -> rule.id().signature() + ":" + rule.id().revision())
        .containsExactly("1:2", "2:6");
    assertThat(set.refused())
        .extracting(RefusedRule::toString)
        .containsExactly(
            "line 3 (sid 1): sid is also that of line 1, whose rev is 2",
            "line 2 (sid 2): sid is also that of line 4, whose rev is 6",
            "line 5 (sid 2): sid is also that of line 4, whose rev is 6");
  }

  @Test
  void refusesALineThatIsTooLongAndGoesOnBehindIt() throws IOException {
    String wide = "alert ip any any -> any any (msg:\"" + "a".repeat(RuleParser.MAX_BYTES);
    RuleSet set = load(wide + "\\\n" + wide + "\"; sid:1;)\n" + rule(2, 1));
    assertThat(set.refused()).extracting(RefusedRule::keyword).containsExactly("line");
    assertThat(set.rules()).extracting(rule -> rule.line()).containsExactly(3);
  }

  @Test
  void skipsACommentHoweverLongItIs() throws IOException {
    String comment = " # " + "-".repeat(3 * RuleParser.MAX_BYTES) + "\\\n";
    RuleSet set = load(comment + rule(1, 1));
    assertThat(set.refused()).isEmpty();
    assertThat(set.rules()).extracting(rule -> rule.line()).containsExactly(2);
  }

  @Test
  void boundsRules() throws IOException {
    RuleSet set = load(new Repeated(RULE, 6), new LoadBounds(10_000, 5, 10_000, 10_000, 10));
    assertThat(set.rules()).hasSize(5);
    assertThat(set.refused())
        .extracting(RefusedRule::toString)
        .containsExactly("line 6 (sid 6): file has more than 5 rules");
  }

  @Test
  void boundsConditionsAndNotes() throws IOException {
    String four =
        "alert ip any any -> any any (content:\"a\"; dsize:>1; metadata:a b; reference:url,a; sid:%d; rev:%d;)\n";
    RuleSet set = load(new Repeated(four, 6), new LoadBounds(10_000, 10, 23, 10_000, 10));
    assertThat(set.rules()).hasSize(5);
    assertThat(set.refused())
        .extracting(RefusedRule::toString)
        .containsExactly("line 6 (sid 6): file has more than 23 conditions and notes");
  }

  /** Some bytes of a rule can make a long program. */
  @Test
  void boundsExpressions() throws IOException {
    String wide = "alert ip any any -> any any (pcre:\"/a{0,499}/\"; sid:%d; rev:%d;)\n";
    RuleSet set = load(new Repeated(wide, 6), new LoadBounds(10_000, 10, 10, 5_000, 10));
    assertThat(set.rules()).hasSize(5);
    assertThat(set.refused())
        .extracting(RefusedRule::toString)
        .containsExactly("line 6 (sid 6): file has expressions of more than 5000 steps");
  }

  /** What is refused is counted, and only the first of it kept. */
  @Test
  void boundsRefusals() throws IOException {
    RuleSet set = load(new Repeated("x\n", 50), new LoadBounds(10_000, 10, 10, 10, 7));
    assertThat(set.refused()).hasSize(7);
    assertThat(set.refusedCount()).isEqualTo(50);
  }

  @Test
  void readsNoMoreThanTheLongestFile() throws IOException {
    String comment = "#" + "-".repeat(1022) + "\n";
    int lines = (int) (RuleLoader.MAX_FILE_BYTES / comment.length());
    Repeated longer = new Repeated(comment, 10 * lines);
    RuleSet cut = load(longer, LoadBounds.FULL);
    assertThat(cut.refused())
        .extracting(RefusedRule::toString)
        .containsExactly(
            "line %d: file is longer than %d bytes; from this line on it was not read"
                .formatted(lines + 1, RuleLoader.MAX_FILE_BYTES));
    assertThat(longer.given()).isLessThan(RuleLoader.MAX_FILE_BYTES + (1 << 20));
  }

  @Test
  void readsTheLongestFile() throws IOException {
    String comment = "#" + "-".repeat(62) + "\n";
    LoadBounds bounds = new LoadBounds(64 * 100, 10, 10, 10, 10);
    assertThat(load(new Repeated(comment, 100), bounds).refused()).isEmpty();
    assertThat(load(new Repeated(comment, 101), bounds).refused()).hasSize(1);
  }

  private static String rule(int signature, int revision) {
    return RULE.formatted(signature, revision);
  }

  private static RuleSet load(String text) throws IOException {
    return RuleLoader.load(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)), Variables.DEFAULTS);
  }

  private static RuleSet load(InputStream in, LoadBounds bounds) throws IOException {
    return RuleLoader.load(in, Variables.DEFAULTS, bounds);
  }
}
