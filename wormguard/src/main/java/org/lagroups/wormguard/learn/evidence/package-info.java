/**
 * What a learned signature stands on, as it is shown to others: samples of payloads, counts, and
 * the rule that was made of them.
 *
 * <p>Start from {@link org.lagroups.wormguard.learn.evidence.Evidence}. {@link
 * org.lagroups.wormguard.learn.evidence.EvidenceCodec} has its one encoding, whose {@link
 * org.lagroups.wormguard.learn.evidence.EvidenceDigest} names it, so that whoever is given the
 * digest can fetch the evidence from anybody. Whether its rule is any good is for {@code
 * learn.check} to find out.
 *
 * <p>Evidence has no addresses, as these are nobody else's affair, but payloads as they were sent.
 * All of it is immutable, and any thread may use it.
 */
@NullMarked
package org.lagroups.wormguard.learn.evidence;

import org.jspecify.annotations.NullMarked;
