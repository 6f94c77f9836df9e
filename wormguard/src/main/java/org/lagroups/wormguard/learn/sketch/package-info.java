/**
 * Counts in bounded memory, not quite exactly: how often content was seen, and between how many
 * hosts (Singh, Estan, Varghese and Savage, "Automated worm fingerprinting", OSDI 2004).
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.sketch.MultistageFilter}, which lets through
 * what was seen often, and {@link org.lagroups.wormguard.learn.sketch.ScaledBitmaps}, which counts
 * the different sources or destinations of that. Both say how far off they may be. Hashes are keyed
 * by random numbers that are given to them, so that nobody outside can aim at a counter.
 *
 * <p>Used by one thread each; nothing is created while counting.
 */
@NullMarked
package org.lagroups.wormguard.learn.sketch;

import org.jspecify.annotations.NullMarked;
