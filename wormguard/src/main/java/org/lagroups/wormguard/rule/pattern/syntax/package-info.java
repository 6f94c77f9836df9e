/**
 * Regular expressions as trees. Start with {@link
 * org.lagroups.wormguard.rule.pattern.syntax.PatternParser}, which makes a tree of {@link
 * org.lagroups.wormguard.rule.pattern.syntax.Node}s of an expression. Trees, sets of bytes and
 * flags are immutable.
 */
@NullMarked
package org.lagroups.wormguard.rule.pattern.syntax;

import org.jspecify.annotations.NullMarked;
