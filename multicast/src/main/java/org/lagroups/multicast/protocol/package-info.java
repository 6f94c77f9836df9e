/**
 * Multicast on one node: what a stream is, who gets it and how it goes, tied together.
 *
 * <p>Start with {@link org.lagroups.multicast.protocol.CastMachine}, which has the node's streams:
 * each {@link org.lagroups.multicast.protocol.SentStream} has a group of its own, in which it is
 * distributed; each {@link org.lagroups.multicast.protocol.ReceivedStream} is received as a member
 * of its source's group. What they need of the node is in {@link
 * org.lagroups.multicast.protocol.CastPorts}.
 *
 * <p>A member is served as long as the source vouches for it. What it does wrong while it relays is
 * told to {@link org.lagroups.multicast.protocol.Conduct}.
 */
@NullMarked
package org.lagroups.multicast.protocol;

import org.jspecify.annotations.NullMarked;
