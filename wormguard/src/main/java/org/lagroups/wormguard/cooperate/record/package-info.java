/**
 * What a gateway says of a worm: a rule, and the evidence for it, signed by whoever found it.
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.record.SignatureRecord}; signed, it is a
 * {@link org.lagroups.wormguard.cooperate.record.SignedRecord}, whose hash is its {@link
 * org.lagroups.wormguard.cooperate.record.SignatureId}. So whoever vouches for an ID vouches for
 * just these words, and an origin that tells two members two things has made two signatures. {@link
 * org.lagroups.wormguard.cooperate.record.SharedRule} says which rules may be shared at all.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.record;

import org.jspecify.annotations.NullMarked;
