/**
 * Who vouches for a signature, and until when.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.endorse.SignatureEndorsement}: everyone who
 * vouches for a signature signs the same words, with its BLS key, until the same point of the
 * group's expiry grid. Such an {@link org.lagroups.wormguard.cooperate.endorse.EndorsementShare} is
 * passed on as it is among members, since a sum cannot be taken apart. {@link
 * org.lagroups.wormguard.cooperate.endorse.Sealer} makes and checks them; added up they are an
 * {@link org.lagroups.wormguard.cooperate.endorse.EndorsementSet}, which convinces a stranger.
 *
 * <p>Values are immutable. A sealer is used on the thread of the node's machines, and does its
 * arithmetic elsewhere.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.endorse;

import org.jspecify.annotations.NullMarked;
