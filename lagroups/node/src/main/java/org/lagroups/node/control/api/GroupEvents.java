package org.lagroups.node.control.api;

import java.util.List;
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

  /** A node is proven to have said two things at once; carries {@link OfNode}. */
  public static final String EQUIVOCATION_PROVEN = "group.equivocation-proven";

  /** An attestation entered the view; carries {@link Gained}. */
  public static final String ATTESTATION_GAINED = "group.attestation-gained";

  /** An attestation left the view; carries {@link Lost}. */
  public static final String ATTESTATION_LOST = "group.attestation-lost";

  /** A node became a robust member; carries {@link OfNode}. */
  public static final String ROBUST_ENTERED = "group.robust-entered";

  /** A node is no robust member any more; carries {@link RobustLeft}. */
  public static final String ROBUST_LEFT = "group.robust-left";

  /** Robust membership rests on something else now; carries {@link RobustBasis}. */
  public static final String ROBUST_BASIS = "group.robust-basis";

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
   * @param cause {@code expired}, {@code withdrawn}, {@code attester-out-of-view}, {@code
   *     attester-equivocated} or {@code over-limit}
   * @param reason the attester's, if it was withdrawn
   */
  public record Lost(
      GroupId group, NodeId attester, NodeId attestee, String cause, ReasonInfo reason) {}

  /**
   * A node that is no robust member any more.
   *
   * @param missing the attestations for and from it that no longer count
   */
  public record RobustLeft(GroupId group, NodeId node, List<Missing> missing) {
    public RobustLeft {
      missing = List.copyOf(missing);
    }
  }

  /**
   * On what robust membership rests from now on.
   *
   * @param basis as in {@link RobustView#basis}
   * @param view as in {@link RobustView#view}
   */
  public record RobustBasis(GroupId group, String basis, long view) {}

  /**
   * An attestation between robust members that no longer counts.
   *
   * @param cause as that of {@link Lost}, or {@code other-left} if the node at its other end is no
   *     robust member any more either
   */
  public record Missing(NodeId attester, NodeId attestee, String cause, ReasonInfo reason) {}
}
