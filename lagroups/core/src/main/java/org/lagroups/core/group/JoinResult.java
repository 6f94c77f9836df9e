package org.lagroups.core.group;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** How a join ended. */
public sealed interface JoinResult {

  /** A member attests to this node. */
  record Joined(GroupId group, NodeId attester) implements JoinResult {}

  /**
   * Nobody has attested to this node in time.
   *
   * @param anyoneReached whether at least one of the members named was linked to at all
   */
  record NobodyAttested(GroupId group, boolean anyoneReached) implements JoinResult {}
}
