/**
 * Reads rules. Start with {@link org.lagroups.wormguard.rule.load.RuleLoader} for a file, or {@link
 * org.lagroups.wormguard.rule.load.RuleParser} for one rule. What cannot be taken is a {@link
 * org.lagroups.wormguard.rule.load.RefusedRule}, and the others load. Nothing here opens files. All
 * that reads is for one thread; the {@link org.lagroups.wormguard.rule.load.RuleSet} that comes out
 * is immutable.
 */
@NullMarked
package org.lagroups.wormguard.rule.load;

import org.jspecify.annotations.NullMarked;
