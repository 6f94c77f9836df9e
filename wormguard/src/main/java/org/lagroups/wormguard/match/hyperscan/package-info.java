/**
 * The matcher that hands texts to Hyperscan, a native library, by the foreign-function interface.
 *
 * <p>Start from {@link org.lagroups.wormguard.match.hyperscan.Hyperscan}, over a library that the
 * runtime has found. {@link org.lagroups.wormguard.match.hyperscan.HyperscanFunctions} is all that
 * is called there. A database lives until its matcher and all scanners of that are closed, so no
 * thread can be in one that is gone.
 *
 * <p>A scan costs one call down, and each hit one call up, which is some 30 ns.
 */
@NullMarked
package org.lagroups.wormguard.match.hyperscan;

import org.jspecify.annotations.NullMarked;
