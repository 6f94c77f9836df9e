package org.lagroups.node.control.api;

import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The events about groups: their types, and what they carry. */
public final class GroupEvents {

  /** This node now belongs to a group; carries {@link Membership}. */
  public static final String JOINED = "group.joined";

  /** This node has left a group; carries {@link Membership}. */
  public static final String LEFT = "group.left";

  /** A node entered the view; carries {@link OfNode}. */
  public static final String NODE_ENTERED = "group.node-entered";

  /** A node left the view; carries {@link OfNode}. */
  public static final String NODE_LEFT = "group.node-left";

  /** A stranger asked to be admitted; carries {@link OfNode}. */
  public static final String CANDIDATE_HEARD = "group.candidate-heard";

  /** An attestation entered the view; carries {@link Gained}. */
  public static final String ATTESTATION_GAINED = "group.attestation-gained";

  /** An attestation left the view; carries {@link Lost}. */
  public static final String ATTESTATION_LOST = "group.attestation-lost";

  private GroupEvents() {}

  /** This node and a group. */
  public record Membership(GroupId group) {}

  /** A node and a group. */
  public record OfNode(GroupId group, NodeId node) {}

  /** An attestation that was not in the view before. */
  public record Gained(GroupId group, NodeId attester, NodeId attestee) {}

  /**
   * An attestation that is no longer in the view.
   *
   * @param cause {@code expired}, {@code withdrawn}, {@code attester-out-of-view} or {@code
   *     over-limit}
   * @param reason the attester's, if it was withdrawn
   */
  public record Lost(
      GroupId group, NodeId attester, NodeId attestee, String cause, ReasonInfo reason) {}
}
