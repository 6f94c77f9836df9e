/**
 * Finds which of thousands of byte strings occur in a text, and where: what every packet and every
 * stretch of a stream passes first, so that only the few rules whose literal is there are judged in
 * full.
 *
 * <p>Start from {@link org.lagroups.wormguard.match.LiteralSet}, which says what is looked for and
 * holds all bounds; a {@link org.lagroups.wormguard.match.MatcherCompiler} makes a {@link
 * org.lagroups.wormguard.match.LiteralMatcher} of it, and each thread that scans asks that for a
 * {@link org.lagroups.wormguard.match.LiteralScanner} of its own. The two compilers, in {@code
 * match.automaton} and {@code match.hyperscan}, give the same hits on every text.
 *
 * <p>Texts are never copied where they are native or mapped memory, and nothing is created for a
 * scan or for a hit.
 */
@NullMarked
package org.lagroups.wormguard.match;

import org.jspecify.annotations.NullMarked;
