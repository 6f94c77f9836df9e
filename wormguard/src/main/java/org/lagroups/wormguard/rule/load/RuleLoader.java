package org.lagroups.wormguard.rule.load;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.payload.PatternFound;

/**
 * Loads a file of rules. A rule that cannot be taken is refused, and the others load; of two with
 * the same {@code gid} and {@code sid} the one with the higher {@code rev} stays, or the first.
 */
public final class RuleLoader {

  /** How much of a file is read. What follows is refused as a whole. */
  public static final long MAX_FILE_BYTES = 100L << 20;

  /** The most rules of a file. */
  public static final int MAX_RULES = 100_000;

  /** The most conditions, references and elements of metadata of all rules of a file together. */
  public static final int MAX_PARTS = 2_000_000;

  /** The most steps that the expressions of all rules of a file are made of. */
  public static final int MAX_PATTERN_STEPS = 10_000_000;

  /** How many refusals are kept; the others are counted. */
  public static final int MAX_REFUSALS = 10_000;

  private final RuleParser parser;
  private final LoadBounds bounds;
  private final List<@Nullable Rule> rules = new ArrayList<>();
  private final Map<Name, Integer> places = new HashMap<>();
  private final List<RefusedRule> refused = new ArrayList<>();
  private long refusedCount;
  private long parts;
  private long patternSteps;

  private record Name(long group, long signature) {}

  private RuleLoader(Variables variables, LoadBounds bounds) {
    this.parser = new RuleParser(variables);
    this.bounds = bounds;
  }

  /**
   * Loads the rules of a file.
   *
   * @param in is not closed
   * @throws IOException if the file cannot be read
   */
  public static RuleSet load(InputStream in, Variables variables) throws IOException {
    return load(in, variables, LoadBounds.FULL);
  }

  static RuleSet load(InputStream in, Variables variables, LoadBounds bounds) throws IOException {
    return new RuleLoader(variables, bounds).load(in);
  }

  private RuleSet load(InputStream in) throws IOException {
    RuleLines lines = new RuleLines(in, bounds.fileBytes());
    while (lines.next()) {
      if (lines.isTooLong()) {
        refuse(RefusedRule.of(lines.number(), Optional.empty(), RuleParser.tooLong()));
      } else {
        switch (parser.parse(lines.text(), lines.number())) {
          case ParsedRule.Accepted(Rule rule) -> add(rule);
          case ParsedRule.Refused(RefusedRule refusal) -> refuse(refusal);
        }
      }
    }
    if (lines.isCut()) {
      refuse(
          new RefusedRule(
              lines.number(),
              Optional.empty(),
              "file",
              "is longer than %d bytes; from this line on it was not read"
                  .formatted(bounds.fileBytes())));
    }
    return new RuleSet(rules.stream().filter(Objects::nonNull).toList(), refused, refusedCount);
  }

  private void add(Rule rule) {
    Name name = new Name(rule.id().group(), rule.id().signature());
    @Nullable Integer place = places.get(name);
    @Nullable Rule before = place == null ? null : rules.get(place);
    if (place != null && before != null) {
      boolean isNewer = rule.id().revision() > before.id().revision();
      refuse(twice(isNewer ? before : rule, isNewer ? rule : before));
      if (isNewer) {
        rules.set(place, null);
        keep(name, rule);
      }
    } else if (places.size() == bounds.rules()) {
      refuse(rule, "file", "has more than %d rules".formatted(bounds.rules()));
    } else {
      keep(name, rule);
    }
  }

  private void keep(Name name, Rule rule) {
    long moreParts = parts + parts(rule);
    long moreSteps = patternSteps + patternSteps(rule);
    if (moreParts > bounds.parts()) {
      refuse(rule, "file", "has more than %d conditions and notes".formatted(bounds.parts()));
    } else if (moreSteps > bounds.patternSteps()) {
      refuse(
          rule, "file", "has expressions of more than %d steps".formatted(bounds.patternSteps()));
    } else {
      parts = moreParts;
      patternSteps = moreSteps;
      places.put(name, rules.size());
      rules.add(rule);
    }
  }

  private static long parts(Rule rule) {
    return (long) rule.packetConditions().size()
        + rule.payloadConditions().size()
        + rule.notes().references().size()
        + rule.notes().metadata().size();
  }

  private static long patternSteps(Rule rule) {
    return rule.payloadConditions().stream()
        .mapToLong(
            condition -> condition instanceof PatternFound found ? found.pattern().steps() : 0)
        .sum();
  }

  private static RefusedRule twice(Rule rule, Rule other) {
    String reason =
        "is also that of line %d, whose rev is %d".formatted(other.line(), other.id().revision());
    return new RefusedRule(rule.line(), Optional.of(rule.id().signature()), "sid", reason);
  }

  private void refuse(Rule rule, String keyword, String reason) {
    refuse(new RefusedRule(rule.line(), Optional.of(rule.id().signature()), keyword, reason));
  }

  private void refuse(RefusedRule refusal) {
    refusedCount++;
    if (refused.size() < bounds.refusals()) {
      refused.add(refusal);
    }
  }
}
