package org.lagroups.wormguard.engine;

import java.util.Comparator;
import java.util.List;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.packet.FlowBits;
import org.lagroups.wormguard.rule.packet.FlowBits.Operation;

/**
 * In which order rules that hold for the same packet take effect: by action, as pass wins; then
 * those that change flow bits before those that only ask; then as in the file.
 */
final class RuleOrder {

  private RuleOrder() {}

  static List<Rule> sort(List<Rule> rules) {
    return rules.stream()
        .sorted(
            Comparator.<Rule>comparingInt(rule -> rank(rule)).thenComparingInt(RuleOrder::bitRank))
        .toList();
  }

  private static int rank(Rule rule) {
    return switch (rule.action()) {
      case PASS -> 0;
      case REJECT -> 1;
      case DROP -> 2;
      case ALERT -> 3;
    };
  }

  private static int bitRank(Rule rule) {
    boolean asks = false;
    boolean changes = false;
    for (var condition : rule.packetConditions()) {
      if (condition instanceof FlowBits bits) {
        boolean isQuestion =
            bits.operation() == Operation.IS_SET || bits.operation() == Operation.IS_NOT_SET;
        asks |= isQuestion;
        changes |= !isQuestion;
      }
    }
    if (changes) {
      return asks ? 1 : 0;
    }
    return asks ? 2 : 3;
  }
}
