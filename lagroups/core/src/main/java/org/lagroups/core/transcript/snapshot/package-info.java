/**
 * The whole graph of a group in one object that convinces a stranger: one multi-signature for each
 * member, by all who attest to it (paper, section 2.2).
 *
 * <p>Start with {@link org.lagroups.core.transcript.snapshot.Snapshot}, and {@link
 * org.lagroups.core.transcript.snapshot.SnapshotVerifier}, which says of each member what is wrong
 * with its part. One is made by {@link org.lagroups.core.transcript.exchange.TranscriptExchange},
 * and its bytes are those of {@link org.lagroups.core.wire.SnapshotCodec}.
 *
 * <p><b>Threads.</b> Values are immutable. A verifier belongs to the thread of its key ring.
 */
@NullMarked
package org.lagroups.core.transcript.snapshot;

import org.jspecify.annotations.NullMarked;
