package org.lagroups.node.control.api;

import java.util.List;
import org.lagroups.machine.GroupId;

/** The groups to which the node belongs. */
public record GroupList(List<GroupSummary> groups) {

  public GroupList {
    groups = List.copyOf(groups);
  }

  /**
   * One group.
   *
   * @param members how many nodes are in this node's view, itself among them
   * @param attestsYou how many of them attest to this node
   * @param validityMillis T_a
   * @param robust its rule of robust membership, and what that comes to now
   * @param owner the module whose own purpose it serves, such as {@code cast} for a stream's; empty
   *     for a group of people
   */
  public record GroupSummary(
      GroupId group,
      int members,
      int attestsYou,
      long validityMillis,
      RobustSummary robust,
      String owner) {

    /** Whether people have made it, for all that a node does. */
    public boolean ofPeople() {
      return owner.isEmpty();
    }
  }
}
