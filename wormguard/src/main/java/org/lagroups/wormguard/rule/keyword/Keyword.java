package org.lagroups.wormguard.rule.keyword;

import org.lagroups.wormguard.rule.draft.RuleDraft;
import org.lagroups.wormguard.rule.text.Mistake;
import org.lagroups.wormguard.rule.text.Option;

/** What a keyword does to a rule that is being read. */
@FunctionalInterface
interface Keyword {

  void apply(RuleDraft draft, Option option) throws Mistake;
}
