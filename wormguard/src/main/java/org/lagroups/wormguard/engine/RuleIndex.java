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
import org.lagroups.wormguard.packet.Packet;
import org.lagroups.wormguard.rule.Rule;

/**
 * Rules, ready to be judged by any number of engines. Within, a rule goes by its number in the
 * order in which rules take effect.
 */
public final class RuleIndex implements AutoCloseable {

  private final List<JudgedRule> rules;
  private final Map<TextKind, PortGroups> groups;
  private final List<Prefilter> prefilters;
  private final List<String> flowBits;
  private final Map<Long, Rule> byKey = new HashMap<>();

  private RuleIndex(
      List<JudgedRule> rules,
      Map<TextKind, PortGroups> groups,
      List<Prefilter> prefilters,
      List<String> flowBits) {
    this.rules = rules;
    this.groups = groups;
    this.prefilters = prefilters;
    this.flowBits = flowBits;
    rules.forEach(judged -> byKey.putIfAbsent(judged.key(), judged.rule()));
  }

  /** Compiles rules, which takes up to seconds for thousands of them. */
  public static RuleIndex of(List<Rule> rules, MatcherCompiler compiler) {
    FlowBitNames names = new FlowBitNames();
    List<JudgedRule> judged = new ArrayList<>();
    for (Rule rule : RuleOrder.sort(rules)) {
      judged.add(new JudgedRule(rule, names));
    }
    Map<TextKind, PortGroups> groups = new EnumMap<>(TextKind.class);
    List<Prefilter> prefilters = new ArrayList<>();
    for (TextKind kind : TextKind.values()) {
      groups.put(kind, PortGroups.of(kind, judged, compiler, prefilters));
    }
    return new RuleIndex(List.copyOf(judged), groups, List.copyOf(prefilters), names.names());
  }

  /** How many rules there are. */
  public int size() {
    return rules.size();
  }

  /** The names of the bits that rules keep with a flow; a bit's number is its place here. */
  public List<String> flowBits() {
    return flowBits;
  }

  /** The rule of a key, or null if there is none: see {@link Rule#key()}. */
  public @Nullable Rule find(long key) {
    return byKey.get(key);
  }

  JudgedRule rule(int number) {
    return rules.get(number);
  }

  /** The rules for a text of a kind that a packet brings. */
  Prefilter prefilter(TextKind kind, Packet packet) {
    return Objects.requireNonNull(groups.get(kind))
        .at(packet.sourcePort(), packet.destinationPort());
  }

  /** All there are, each at its place. */
  List<Prefilter> prefilters() {
    return prefilters;
  }

  /** Gives up the matchers, once all engines are closed. */
  @Override
  public void close() {
    prefilters.forEach(Prefilter::close);
  }
}
