package org.lagroups.node.control.api;

import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.machine.NodeId;

/**
 * The robust members of a group, as this node sees them.
 *
 * @param basis on what membership rests: {@code none}; {@code static} for the fixed threshold;
 *     {@code agreed} for a view that the members agreed on; or {@code static-not-admitted} or
 *     {@code static-no-majority} for the fixed threshold for want of agreement
 * @param view the number of the agreed view, or of the last one that is known if there is no
 *     agreement; 0 if none
 * @param sinceMillis since when there is no agreement, wall-clock milliseconds since 1970-01-01
 *     UTC, or null
 * @param threshold how many attestations each way a member needs, for and from other members
 * @param nodes the nodes of this node's view, and members of an agreed one that are not in it, in
 *     the order of IDs; none if there is no rule
 */
public record RobustView(
    RobustRule rule,
    String basis,
    long view,
    @Nullable Long sinceMillis,
    int threshold,
    List<RobustNode> nodes) {

  public RobustView {
    nodes = List.copyOf(nodes);
  }

  /** The same in numbers. */
  public RobustSummary summary() {
    return new RobustSummary(
        rule,
        basis,
        view,
        sinceMillis,
        threshold,
        count(RobustNode::member),
        count(RobustNode::assured),
        count(node -> node.member() && !isBorneOut(node)));
  }

  /** Whether a node has as many attestations in this node's own view as a member needs. */
  public boolean isBorneOut(RobustNode node) {
    return node.attesters() >= threshold && node.attestees() >= threshold;
  }

  private int count(Predicate<RobustNode> which) {
    return (int) nodes.stream().filter(which).count();
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
