package org.lagroups.fileshare.verdict;

import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** A port to whatever decides whom this node vouches for. */
public interface Standing {

  /** Stops vouching for a node now, and does not begin again by itself. */
  void withdraw(GroupId group, NodeId node, Reason reason);

  /** Vouches again as soon as the node passes its tests. */
  void restore(GroupId group, NodeId node);
}
