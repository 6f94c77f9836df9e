package org.lagroups.wormguard.rule.payload;

import org.lagroups.wormguard.rule.pattern.BytePattern;

/**
 * A regular expression is found ({@code pcre}). Where the search gives up, the condition does not
 * hold, negated or not.
 *
 * @param isRelative whether the expression's text begins at the cursor ({@code R}); otherwise at
 *     the buffer's start
 */
public record PatternFound(BytePattern pattern, boolean isNegated, boolean isRelative)
    implements Condition {}
