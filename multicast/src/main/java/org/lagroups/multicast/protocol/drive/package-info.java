/**
 * A node's part in the tree of one stream, driven by its streams: the tree decides who receives
 * from whom, and the distribution of chunks follows.
 *
 * <p>Start with {@link org.lagroups.multicast.protocol.drive.StreamTree}, which runs a {@link
 * org.lagroups.multicast.tree.Tree} on real groups. {@link
 * org.lagroups.multicast.protocol.drive.Offspring} are the children that it found, as members of
 * the group in which this node distributes the stream; {@link
 * org.lagroups.multicast.protocol.drive.Forwarding} gives them what this node has received.
 *
 * <p>All of it runs on the thread of its machine.
 */
@NullMarked
package org.lagroups.multicast.protocol.drive;

import org.jspecify.annotations.NullMarked;
