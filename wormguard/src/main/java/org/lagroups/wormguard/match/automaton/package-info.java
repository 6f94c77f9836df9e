/**
 * The matcher in Java alone, for systems that have no native one.
 *
 * <p>Start from {@link org.lagroups.wormguard.match.automaton.AutomatonMatcher}. A {@link
 * org.lagroups.wormguard.match.automaton.TailAutomaton} reads each byte of the text once and knows
 * where one of the literals might end, by its last bytes in either case; there the {@link
 * org.lagroups.wormguard.match.automaton.ReversedTrie}s read backwards and find which do. So the
 * table stays small enough for the processor's caches however long the literals are, and a text
 * that is made to look like many literals costs one walk for each byte, not one for each literal.
 */
@NullMarked
package org.lagroups.wormguard.match.automaton;

import org.jspecify.annotations.NullMarked;
