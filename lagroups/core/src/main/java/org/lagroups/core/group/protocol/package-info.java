/**
 * The group protocol: attestations as a link-state protocol (paper, section 2.1).
 *
 * <p>Start with {@link org.lagroups.core.group.protocol.GroupMachine}, which is the {@link
 * org.lagroups.core.group.LaGroups} of a node and the machine behind it. It holds one {@code
 * GroupState} per group; a {@code GroupInbox} applies the rules for what peers send. Messages are
 * in {@code core.wire}, the view in {@code group.view}, flooding and digests in {@code
 * group.spread}. Rules and bounds are described in {@code docs/PROTOCOL.md}.
 *
 * <p>Used on the thread of the node's machines.
 */
@NullMarked
package org.lagroups.core.group.protocol;

import org.jspecify.annotations.NullMarked;
