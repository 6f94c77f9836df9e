package org.lagroups.core.group;

import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** A change in a node's view of a group. */
public sealed interface GroupEvent {

  /** The group in question. */
  GroupId group();

  /** An attestation is now in the view that was not there before. */
  record AttestationGained(GroupId group, NodeId attester, NodeId attestee, LinkInfo info)
      implements GroupEvent {}

  /** An attestation is no longer in the view. */
  record AttestationLost(GroupId group, NodeId attester, NodeId attestee, Loss loss)
      implements GroupEvent {}

  /** A node can now be reached along attestations; its tests can start. */
  record NodeEntered(GroupId group, NodeId node) implements GroupEvent {}

  /** A node can no longer be reached along attestations. */
  record NodeLeft(GroupId group, NodeId node) implements GroupEvent {}

  /**
   * A linked node outside the view asks to be admitted: it is new, or comes back after a restart or
   * a partition. Whether to test and attest to it is the application's decision. Raised at most
   * once per node, token and T_a for as long as the node keeps asking.
   *
   * @param token as in its {@link JoinRequest}, may be anything; empty from who has been a member
   */
  record CandidateHeard(GroupId group, NodeId node, Bytes token) implements GroupEvent {}

  /**
   * A node of the view has signed two different statements under one sequence, and {@link
   * LaGroups#equivocators} has both. Nothing that it says counts any more, and this node no longer
   * attests to it; what is lost by that is told by events of its own. If it is this node itself,
   * somebody else uses its key, and others no longer hear it.
   */
  record EquivocationProven(GroupId group, NodeId node) implements GroupEvent {}

  /** Why an attestation was lost. */
  sealed interface Loss {

    /** It was not refreshed in time. */
    record Expired() implements Loss {}

    /** Its attester took it back. */
    record Withdrawn(Reason reason) implements Loss {}

    /** Its attester itself is no longer in the view. */
    record AttesterOutOfView() implements Loss {}

    /** Its attester is proven to have said two things at once: nothing that it says counts. */
    record AttesterEquivocated() implements Loss {}

    /** There are more nodes than the group may have members, and its attestee has no place. */
    record OverLimit() implements Loss {}
  }
}
