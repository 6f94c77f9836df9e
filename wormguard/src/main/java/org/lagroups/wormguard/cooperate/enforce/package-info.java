/**
 * What a gateway that stands in the traffic has to know: which signatures are enforced now, and
 * until when. The gateway is a process of its own, which asks the node for it; whether a packet is
 * blocked says {@link org.lagroups.wormguard.enforce.Gate} there, for rules of one's own and for
 * those of partners alike.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.enforce;

import org.jspecify.annotations.NullMarked;
