/**
 * Link-attestation groups: the interface of the paper's Figure 1.
 *
 * <p>Start with {@link org.lagroups.core.group.LaGroups}. An application creates or joins a group,
 * says by {@code startAttest} and {@code stopAttest} which nodes it finds correct, and reads the
 * attestation graph. Signing, spreading, refreshing and checking happen by themselves: a link-state
 * protocol among the members (paper, section 2.1), in {@code org.lagroups.core.group.protocol}.
 * {@link org.lagroups.core.group.GroupStore} is the port by which a node's groups survive a
 * restart.
 *
 * <p>All calls are made, and all listeners are called, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.group;

import org.jspecify.annotations.NullMarked;
