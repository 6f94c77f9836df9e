package org.lagroups.wormguard.rule.load;

import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;

/** Rules for tests, by their options. */
final class Rules {

  private Rules() {}

  static Rule accepted(String options) {
    return switch (parse("alert ip any any -> any any (%s sid:1;)".formatted(options))) {
      case ParsedRule.Accepted(Rule rule) -> rule;
      case ParsedRule.Refused(RefusedRule refusal) -> throw new AssertionError(refusal.toString());
    };
  }

  static RefusedRule refused(String options) {
    return refusedRule("alert ip any any -> any any (%s sid:1;)".formatted(options));
  }

  static RefusedRule refusedRule(String rule) {
    return switch (parse(rule)) {
      case ParsedRule.Accepted _ -> throw new AssertionError("accepted: " + rule);
      case ParsedRule.Refused(RefusedRule refusal) -> refusal;
    };
  }

  static ParsedRule parse(String rule) {
    return new RuleParser(Variables.DEFAULTS).parse(rule, 7);
  }
}
