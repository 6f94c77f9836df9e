package org.lagroups.wormguard.runtime.guard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.lagroups.wormguard.api.EnforcedRules;
import org.lagroups.wormguard.cooperate.record.SharedRule;
import org.lagroups.wormguard.cooperate.record.SignatureId;
import org.lagroups.wormguard.enforce.Lease;
import org.lagroups.wormguard.enforce.SharedTerms;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.AddressSet;
import org.lagroups.wormguard.rule.address.Sets;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.text.Mistake;

/**
 * The rules that partners vouch for, ready to be enforced.
 *
 * @param rules by the IDs of the signatures; each drops
 * @param terms until when, and what is spared
 * @param refused how many could not be taken
 */
record SharedRules(Map<String, Rule> rules, SharedTerms terms, int refused) {

  /** Nobody vouches for any. */
  static final SharedRules NONE = new SharedRules(Map.of(), SharedTerms.NONE, 0);

  /** The most that are taken: those of 16 full groups. */
  static final int MOST = 1 << 14;

  SharedRules {
    rules = Map.copyOf(rules);
  }

  /**
   * What follows from an answer of the node.
   *
   * @param before whose rules need not be read again
   * @throws IllegalArgumentException if its addresses are none
   */
  static SharedRules of(EnforcedRules told, SharedRules before) {
    Map<String, Rule> rules = new HashMap<>();
    Map<RuleKey, Lease> leases = new HashMap<>();
    Set<RuleKey> dryRuns = new HashSet<>();
    int refused = 0;
    for (EnforcedRules.Enforced one : told.signatures()) {
      Optional<Rule> rule =
          rules.size() < MOST
              ? Optional.ofNullable(before.rules().get(one.id())).or(() -> read(one))
              : Optional.empty();
      if (rule.isEmpty()) {
        refused++;
        continue;
      }
      RuleKey key = rule.get().key();
      rules.put(one.id(), rule.get());
      leases.put(key, SharedLease.until(one.untilMillis()));
      if (one.isDryRun()) {
        dryRuns.add(key);
      }
    }
    SharedTerms terms =
        new SharedTerms(leases, dryRuns, told.isDryRun(), addresses(told.neverBlock()));
    return new SharedRules(rules, terms, refused);
  }

  /** In the order of the IDs, so that it is the same after each answer. */
  List<Rule> inOrder() {
    List<Rule> ordered = new ArrayList<>();
    rules.keySet().stream().sorted().forEach(id -> ordered.add(rules.get(id)));
    return ordered;
  }

  /** By the terms that the node has judged it by, which does not make this one trust it. */
  private static Optional<Rule> read(EnforcedRules.Enforced one) {
    try {
      String id = SignatureId.parse(one.id()).toString();
      return switch (SharedRule.read(one.rule())) {
        case SharedRule.Terms.Met(Rule rule) -> Optional.of(rule.enforcedAs(id));
        case SharedRule.Terms.Refused _ -> Optional.empty();
      };
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static AddressSet addresses(List<String> texts) {
    if (texts.isEmpty()) {
      return AddressSet.NONE;
    }
    try {
      return new Sets(Variables.DEFAULTS)
          .addresses("never-block", "[" + String.join(",", texts) + "]");
    } catch (Mistake e) {
      throw new IllegalArgumentException("the node names addresses that are none", e);
    }
  }
}
