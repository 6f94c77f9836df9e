/**
 * Endorsements within a group: what each attester signs besides its advertisement, so that a member
 * can prove its membership to strangers (paper, section 2.2).
 *
 * <p>Start with {@link org.lagroups.core.group.endorse.EndorsementDesk}, one per group: it gives a
 * share to every attestee that is linked, takes those that others give, and makes a transcript of
 * them. {@link org.lagroups.core.group.endorse.Endorser} is the node's own part, the same in all
 * groups: its BLS key and the keys of others.
 *
 * <p>A share goes to the attestee and to nobody else: it is the attestee that needs it, and so it
 * costs 96 bytes a link instead of 96 bytes an attestation and member.
 *
 * <p>Used on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.group.endorse;

import org.jspecify.annotations.NullMarked;
