/**
 * What nodes say about each other.
 *
 * <p>Start with {@link org.lagroups.core.attestation.Attestation}: "attester vouches, in this group
 * and until then, that attestee behaves correctly by the application's own test" (paper, section
 * 2.1). All attestations of one attester in one group travel together as a {@link
 * org.lagroups.core.attestation.LinkStateAdvertisement} under one signature, together with what it
 * has {@linkplain org.lagroups.core.attestation.Withdrawal withdrawn} and why. Expiries lie on an
 * {@link org.lagroups.core.attestation.ExpiryGrid}. Two advertisements under one sequence are an
 * {@link org.lagroups.core.attestation.Equivocation}.
 *
 * <p>Everything here is immutable data, checked when it is made.
 */
@NullMarked
package org.lagroups.core.attestation;

import org.jspecify.annotations.NullMarked;
