package org.lagroups.node.control.api;

import java.util.List;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.NodeId;

/**
 * The robust members of a group, as this node sees them.
 *
 * @param basis on what membership rests: {@code none}, or {@code static} for the fixed threshold
 * @param threshold how many attestations each way a member needs, for and from other members
 * @param nodes the nodes of the view, in the order of IDs; none if there is no rule
 */
public record RobustView(RobustRule rule, String basis, int threshold, List<RobustNode> nodes) {

  public RobustView {
    nodes = List.copyOf(nodes);
  }

  /** How many robust members there are. */
  public long members() {
    return nodes.stream().filter(RobustNode::member).count();
  }

  /**
   * A node of the view.
   *
   * @param assured whether it remains a member whatever {@code threshold} - 1 other nodes do
   * @param attesters how many robust members attest to it
   * @param attestees to how many robust members it attests
   */
  public record RobustNode(
      NodeId node, boolean member, boolean assured, int attesters, int attestees) {}
}
