/**
 * The messages about signatures of worms (protocol 18).
 *
 * <p>Start with {@link org.lagroups.wormguard.cooperate.wire.GuardMessage}; {@link
 * org.lagroups.wormguard.cooperate.wire.GuardCodec} turns it into bytes and back. Bytes from a peer
 * give a message or the {@link org.lagroups.wormguard.cooperate.wire.WireRefusal}, never an
 * exception. There is one encoding of each message; whatever else is refused.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.wormguard.cooperate.wire;

import org.jspecify.annotations.NullMarked;
