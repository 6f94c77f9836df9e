/**
 * Chooses the matcher of this machine.
 *
 * <p>Start from {@link org.lagroups.wormguard.runtime.matching.Matching}. The native library comes
 * with the program for Linux on x86-64, or is the system's own; without either, the automaton in
 * Java gives the same hits more slowly.
 */
@NullMarked
package org.lagroups.wormguard.runtime.matching;

import org.jspecify.annotations.NullMarked;
