/**
 * Link-attestation groups: the interface of the paper's Figure 1, and the protocol behind it.
 *
 * <p>Start with {@code LaGroups}. An application creates or joins a group,
 * says by {@code startAttest} and {@code stopAttest} which nodes it finds correct, and reads the
 * attestation graph. Signing, spreading, refreshing and checking happen by themselves: a link-state
 * protocol among the members (paper, section 2.1).
 *
 * <p>All calls are made, and all listeners are called, on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.group;

import org.jspecify.annotations.NullMarked;
