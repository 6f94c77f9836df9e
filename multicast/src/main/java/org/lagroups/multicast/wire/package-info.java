/**
 * The messages of multicast (protocol 17).
 *
 * <p>Start with {@link org.lagroups.multicast.wire.CastMessage}, whose kinds are an interface each:
 * {@link org.lagroups.multicast.wire.StreamMessage} about a stream's header and chunks, {@link
 * org.lagroups.multicast.wire.RelayMessage} between a parent and its members, {@link
 * org.lagroups.multicast.wire.TreeMessage} about places in the tree of groups, with what {@code
 * wire.place} has of nodes. {@link org.lagroups.multicast.wire.CastCodec} turns them into bytes and
 * back. Bytes from a peer give a {@link org.lagroups.multicast.wire.Decoded}, never an exception.
 * There is one encoding of each message; whatever else is refused.
 *
 * <p>All types are immutable and may be used from any thread.
 */
@NullMarked
package org.lagroups.multicast.wire;

import org.jspecify.annotations.NullMarked;
