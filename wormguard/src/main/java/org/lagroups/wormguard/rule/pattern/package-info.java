/**
 * Regular expressions over bytes, in bounded time. Start with {@link
 * org.lagroups.wormguard.rule.pattern.BytePattern}, which is compiled once and shared; a {@link
 * org.lagroups.wormguard.rule.pattern.PatternSearch} looks for patterns and belongs to one thread.
 *
 * <p>The syntax and what it means are those of PCRE without its Unicode mode; what is missing is
 * refused by name ({@code docs/decisions/0023-patterns.md}). A {@code PatternParser} makes a tree
 * of an expression ({@code pattern.syntax}), a {@code Compiler} a {@code Program} of the tree, and
 * the search runs the program, trying one way after another as PCRE does, so that it finds what
 * PCRE finds.
 */
@NullMarked
package org.lagroups.wormguard.rule.pattern;

import org.jspecify.annotations.NullMarked;
