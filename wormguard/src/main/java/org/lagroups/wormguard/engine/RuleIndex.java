package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.engine.header.FlowBitNames;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.Rule;

/**
 * Rules, ready to be judged by any number of engines. Within, a rule goes by its number in the
 * order in which rules take effect.
 */
public final class RuleIndex implements AutoCloseable {

  private final List<JudgedRule> rules;
  private final Map<TextKind, Prefilter> prefilters;
  private final List<String> flowBits;
  private final int bytesBefore;
  private final Map<Long, Rule> byKey = new HashMap<>();

  private RuleIndex(
      List<JudgedRule> rules, Map<TextKind, Prefilter> prefilters, List<String> flowBits) {
    this.rules = rules;
    this.prefilters = prefilters;
    this.flowBits = flowBits;
    rules.forEach(judged -> byKey.putIfAbsent(judged.key(), judged.rule()));
    this.bytesBefore =
        rules.stream()
            .filter(rule -> rule.scope().inStream())
            .mapToInt(JudgedRule::bytesBefore)
            .max()
            .orElse(-1);
  }

  /** Compiles rules, which takes up to seconds for thousands of them. */
  public static RuleIndex of(List<Rule> rules, MatcherCompiler compiler) {
    FlowBitNames names = new FlowBitNames();
    List<JudgedRule> judged = new ArrayList<>();
    for (Rule rule : RuleOrder.sort(rules)) {
      judged.add(new JudgedRule(rule, names));
    }
    Map<TextKind, Prefilter> prefilters = new EnumMap<>(TextKind.class);
    for (TextKind kind : TextKind.values()) {
      prefilters.put(kind, prefilter(kind, judged).build(compiler));
    }
    return new RuleIndex(List.copyOf(judged), prefilters, names.names());
  }

  /** How many rules there are. */
  public int size() {
    return rules.size();
  }

  /** The names of the bits that rules keep with a flow; a bit's number is its place here. */
  public List<String> flowBits() {
    return flowBits;
  }

  /** Whether any rule is about what streams carry. */
  public boolean isAboutStreams() {
    return bytesBefore >= 0;
  }

  /**
   * How many of the bytes before new ones of a stream matter, if no rule waits there for what it
   * needs besides its literal; {@link Integer#MAX_VALUE} if all do.
   */
  public int bytesBefore() {
    return Math.max(0, bytesBefore);
  }

  /** The rule of a key, or null if there is none: see {@link Rule#key()}. */
  public @Nullable Rule find(long key) {
    return byKey.get(key);
  }

  JudgedRule rule(int number) {
    return rules.get(number);
  }

  Prefilter prefilter(TextKind kind) {
    return Objects.requireNonNull(prefilters.get(kind));
  }

  /** Gives up the matchers, once all engines are closed. */
  @Override
  public void close() {
    prefilters.values().forEach(Prefilter::close);
  }

  private static Prefilter.Builder prefilter(TextKind kind, List<JudgedRule> rules) {
    Prefilter.Builder builder = new Prefilter.Builder();
    for (int number = 0; number < rules.size(); number++) {
      JudgedRule judged = rules.get(number);
      Rule rule = judged.rule();
      if (kind.concerns(rule.header().protocol(), judged.scope())) {
        builder.add(number, judged.literal());
      }
    }
    return builder;
  }
}
