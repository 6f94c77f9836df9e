package org.lagroups.wormguard.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.lagroups.wormguard.rule.load.RefusedRule;
import org.lagroups.wormguard.rule.load.RuleSet;

/** What became of a file's rules, as it is printed. */
final class CheckText {

  private CheckText() {}

  /**
   * A file as JSON.
   *
   * @param loaded how many rules can be taken
   * @param refused how many cannot
   * @param refusals the first of these
   */
  record FileView(int loaded, long refused, List<RefusalView> refusals) {

    FileView {
      refusals = List.copyOf(refusals);
    }
  }

  /**
   * A refused rule as JSON.
   *
   * @param line from 1
   * @param sid null if the rule has none
   */
  record RefusalView(int line, @Nullable Long sid, String keyword, String reason) {}

  static FileView json(RuleSet set) {
    return new FileView(
        set.rules().size(),
        set.refusedCount(),
        inOrder(set).stream()
            .map(refusal ->
                new RefusalView(
                    refusal.line(),
                    refusal.signature().orElse(null),
                    refusal.keyword(),
                    refusal.reason()))
            .toList());
  }

  static List<String> lines(String name, RuleSet set) {
    List<String> lines = new ArrayList<>();
    inOrder(set).forEach(refusal -> lines.add(refusal.toString()));
    long unnamed = set.refusedCount() - set.refused().size();
    if (unnamed > 0) {
      lines.add("and %d more".formatted(unnamed));
    }
    lines.add(
        "%s: %s loaded, %d refused".formatted(name, count(set.rules().size()), set.refusedCount()));
    return lines;
  }

  private static String count(int rules) {
    return rules == 1 ? "1 rule" : rules + " rules";
  }

  private static List<RefusedRule> inOrder(RuleSet set) {
    return set.refused().stream().sorted(Comparator.comparingInt(RefusedRule::line)).toList();
  }
}
