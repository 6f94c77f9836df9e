/**
 * Membership transcripts: k members of a group vouch for another, in one signature of 96 bytes that
 * convinces a stranger (paper, sections 2.1 and 2.2).
 *
 * <p>Start with {@link org.lagroups.core.transcript.Transcript}, and {@link
 * org.lagroups.core.transcript.TranscriptVerifier}, which says of one whether a {@link
 * org.lagroups.core.transcript.TranscriptPolicy} is met, and otherwise exactly what is wrong.
 *
 * <p>All attesters of a member sign the very same {@link org.lagroups.core.transcript.Endorsement}
 * with their BLS keys. {@link org.lagroups.core.transcript.Endorsements} adds such shares up and
 * finds out whose are bad. Keys are added up only once their owners have proven to know the
 * secrets: {@link org.lagroups.core.transcript.KeyRing} remembers who has, and sums of keys that
 * come again.
 *
 * <p><b>Threads.</b> Values are immutable. A key ring and what uses it belong to one thread.
 */
@NullMarked
package org.lagroups.core.transcript;

import org.jspecify.annotations.NullMarked;
