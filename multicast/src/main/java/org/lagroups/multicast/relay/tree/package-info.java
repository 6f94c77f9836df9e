/**
 * The relay trees of one group, and which chunk takes which.
 *
 * <p>A {@link org.lagroups.multicast.relay.tree.Shape} is a tree by members' numbers. A {@link
 * org.lagroups.multicast.relay.tree.TreeFlow} is a tree in use, with a window of what is on its way
 * over it; {@link org.lagroups.multicast.relay.tree.Splitter} chooses among them. {@link
 * org.lagroups.multicast.relay.tree.Ledger} has the chunks that not all members have yet, each a
 * {@link org.lagroups.multicast.relay.tree.Flight}.
 *
 * <p>Members are numbers below {@link org.lagroups.multicast.wire.Route#MAX_MEMBERS}, sets of
 * members the bits of a long. Not for use by several threads.
 */
@NullMarked
package org.lagroups.multicast.relay.tree;

import org.jspecify.annotations.NullMarked;
