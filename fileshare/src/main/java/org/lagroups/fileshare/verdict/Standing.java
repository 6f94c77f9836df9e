package org.lagroups.fileshare.verdict;

import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** A port to whatever decides whom this node vouches for. */
public interface Standing {

  /** Whether this node refuses to vouch for another, whoever has decided that. */
  boolean isBanned(GroupId group, NodeId node);

  /**
   * Stops vouching for a node now, and does not begin again by itself.
   *
   * @return false, and nothing is done, if that cannot be now: the node does not belong to the
   *     group or has no room for another ban
   */
  boolean withdraw(GroupId group, NodeId node, Reason reason);

  /** Vouches again as soon as the node passes its tests; in a group that was left, does nothing. */
  void restore(GroupId group, NodeId node);
}
