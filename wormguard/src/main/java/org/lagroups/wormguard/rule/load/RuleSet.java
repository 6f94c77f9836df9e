package org.lagroups.wormguard.rule.load;

import java.util.List;
import org.lagroups.wormguard.rule.Rule;

/**
 * The rules of a file, and what became of the others.
 *
 * @param rules in the file's order; no two have the same {@code gid} and {@code sid}
 * @param refused the first {@link RuleLoader#MAX_REFUSALS} of those that were not taken, in the
 *     order in which that turned out
 * @param refusedCount how many were not taken
 */
public record RuleSet(List<Rule> rules, List<RefusedRule> refused, long refusedCount) {

  public RuleSet {
    rules = List.copyOf(rules);
    refused = List.copyOf(refused);
  }
}
