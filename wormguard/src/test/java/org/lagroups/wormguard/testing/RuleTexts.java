package org.lagroups.wormguard.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.address.Variables;
import org.lagroups.wormguard.rule.load.ParsedRule;
import org.lagroups.wormguard.rule.load.RuleParser;

/** Rules as tests write them. */
public final class RuleTexts {

  private RuleTexts() {}

  /** Reads rules, of which none may be refused. */
  public static List<Rule> parse(List<String> texts) {
    List<Rule> rules = new ArrayList<>();
    for (String text : texts) {
      ParsedRule parsed = new RuleParser(Variables.DEFAULTS).parse(text, 1);
      assertThat(parsed).as(text).isInstanceOf(ParsedRule.Accepted.class);
      rules.add(((ParsedRule.Accepted) parsed).rule());
    }
    return rules;
  }
}
