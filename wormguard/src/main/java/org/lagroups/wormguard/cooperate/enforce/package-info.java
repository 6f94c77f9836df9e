/**
 * What a gateway that stands in the traffic has to know: which signatures are enforced now, and
 * what is never blocked whatever they say.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.enforce.EnforcedSet}, a value which {@link
 * org.lagroups.wormguard.cooperate.enforce.Enforcement} gives anew whenever something has changed.
 * The thread that judges packets asks a {@link
 * org.lagroups.wormguard.cooperate.enforce.BlockDecider} at each match; it is the only type here
 * that changes, and belongs to that thread.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.enforce;

import org.jspecify.annotations.NullMarked;
