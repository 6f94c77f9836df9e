package org.lagroups.wormguard.rule.load;

import org.lagroups.wormguard.rule.Rule;

/** What parsing a rule comes to. */
public sealed interface ParsedRule {

  /** It can be taken. */
  record Accepted(Rule rule) implements ParsedRule {}

  /** It cannot. */
  record Refused(RefusedRule refusal) implements ParsedRule {}
}
