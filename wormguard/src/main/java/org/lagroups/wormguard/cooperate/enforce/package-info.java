/**
 * What a gateway that stands in the traffic has to know: which signatures are enforced now, and
 * what is never blocked whatever they say.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.enforce.EnforcedSet}, a value which {@link
 * org.lagroups.wormguard.cooperate.enforce.Enforcement} gives anew whenever something has changed.
 * Whether a packet is blocked for it says {@link org.lagroups.wormguard.enforce.Gate}, for rules of
 * one's own and for those of partners alike.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.enforce;

import org.jspecify.annotations.NullMarked;
