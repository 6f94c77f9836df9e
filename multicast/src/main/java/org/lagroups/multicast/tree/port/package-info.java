/**
 * What the tree of groups needs from outside, and how it is set.
 *
 * <p>Start with {@link org.lagroups.multicast.tree.port.TreePorts}, which has one of each. All are
 * called on the thread of the tree.
 */
@NullMarked
package org.lagroups.multicast.tree.port;

import org.jspecify.annotations.NullMarked;
