package org.lagroups.wormguard.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.lagroups.wormguard.engine.header.FlowBitNames;
import org.lagroups.wormguard.match.MatcherCompiler;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.payload.Content;

/**
 * Rules, ready to be judged by any number of engines. Within, a rule goes by its number in the
 * order in which rules take effect.
 */
public final class RuleIndex implements AutoCloseable {

  private final List<JudgedRule> rules;
  private final Map<TextKind, Prefilter> prefilters;
  private final List<String> flowBits;

  private RuleIndex(
      List<JudgedRule> rules, Map<TextKind, Prefilter> prefilters, List<String> flowBits) {
    this.rules = rules;
    this.prefilters = prefilters;
    this.flowBits = flowBits;
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
    Prefilter streams = prefilter(TextKind.STREAM);
    return !streams.matchers().isEmpty() || streams.always().length > 0;
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
        Optional<Content> content = LiteralChoice.of(rule);
        builder.add(number, content);
      }
    }
    return builder;
  }
}
