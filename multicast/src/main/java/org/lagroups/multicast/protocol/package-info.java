/**
 * Multicast on one node: what a stream is, who gets it and how it goes, tied together.
 *
 * <p>Start with {@link org.lagroups.multicast.protocol.CastMachine}, which has the node's streams:
 * each {@link org.lagroups.multicast.protocol.SentStream} is the root of a tree of groups; each
 * {@link org.lagroups.multicast.protocol.ReceivedStream} is received as a member of one group, and
 * passed on as the parent of another. What they need of the node is in {@link
 * org.lagroups.multicast.protocol.CastPorts}; how they drive their tree is in {@code
 * protocol.drive}.
 *
 * <p>What a neighbour does wrong while it relays is told to {@link
 * org.lagroups.multicast.protocol.Conduct}, and costs it its place.
 */
@NullMarked
package org.lagroups.multicast.protocol;

import org.jspecify.annotations.NullMarked;
