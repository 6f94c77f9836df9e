package org.lagroups.core.group;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Consumer;
import org.lagroups.core.attestation.Equivocation;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.Reason;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.transcript.Transcript;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * Link-attestation groups as an application sees them (paper, Figure 1; talk, "The LA-Groups API").
 *
 * <p>A node's <em>view</em> of a group is what can be reached from the node itself along valid
 * attestations. Answers speak of that view only. A group that this node does not belong to is
 * refused with {@link UnknownGroupException}.
 */
public interface LaGroups {

  /** The most groups to which one node belongs. */
  int MAX_GROUPS = 64;

  /**
   * Makes a new group with this node as its only member.
   *
   * @throws LimitReachedException if this node belongs to {@link #MAX_GROUPS} already
   */
  GroupId create(GroupSettings settings);

  /**
   * Joins a group by attesting to some of its members. {@code done} is called once: with success as
   * soon as a member attests to this node, or with failure when the time-out of {@link
   * JoinRequest#timeoutMillis} has passed without. After a failure this node is no member.
   *
   * @throws IllegalArgumentException if this node belongs to the group already, or is itself among
   *     the members named
   * @throws LimitReachedException if this node belongs to {@link #MAX_GROUPS} already, or the
   *     request names more members than the settings allow
   */
  void join(JoinRequest request, Consumer<JoinResult> done);

  /** Leaves a group: tells the members, and forgets it. Its listeners hear nothing more. */
  void leave(GroupId group);

  /** All groups to which this node belongs, including those it is joining; in the order of IDs. */
  Set<GroupId> groups();

  /** What the members of a group agree on. */
  GroupSettings settings(GroupId group);

  /**
   * The nodes to which {@code node} attests, in the order of IDs; none if it is not in the view.
   */
  List<AttestedNode> attestsOut(GroupId group, NodeId node);

  /**
   * The nodes that attest to {@code node}, each with its own info about it; in the order of IDs,
   * none if it is not in the view.
   */
  List<AttestedNode> attestsIn(GroupId group, NodeId node);

  /**
   * The whole view as a graph; its vertices are the view's nodes, with this node among them. The
   * cost of an edge is that of its {@link LinkInfo}, or 1; its capacity is the throughput in bits
   * per second, or 1.
   */
  AttestationGraph<NodeId> attestations(GroupId group);

  /**
   * A proof for strangers that this node is a member: what attesters have signed for it within the
   * last T_a. Of those with at least {@code leastSigners} it is the one that is valid longest, or
   * else the one with the most signers; empty if nobody has signed, or this node could not add the
   * signatures up.
   *
   * @param done called once, when the signatures that have come are checked
   */
  void transcript(GroupId group, int leastSigners, Consumer<Optional<Transcript>> done);

  /**
   * The nodes of the group that are proven to have said two things at once, with the proof; in the
   * order of IDs. They are in no view, and nothing that they say counts.
   */
  SortedMap<NodeId, Equivocation> equivocators(GroupId group);

  /** What a member has said of itself, if it is in the view and has been heard. */
  Optional<Member> member(GroupId group, NodeId node);

  /**
   * For how long yet what {@code attester} has said last is valid, so that people can be shown how
   * attestations age. A node that is well says the same again long before.
   *
   * @return milliseconds, 0 or more; empty if it is not in the view or attests to nobody
   */
  OptionalLong remainingMillis(GroupId group, NodeId attester);

  /**
   * Calls {@code listener} with every change of a group's view from now on: what came, what was
   * lost, from whom and why. A listener may call any method of this interface; what that changes is
   * reported after the present event.
   *
   * @return closes the subscription
   */
  Subscription attestsChange(GroupId group, Consumer<GroupEvent> listener);

  /**
   * States that {@code node} is correct by this application's own test, until {@link #stopAttest}.
   * The attestation is refreshed by itself. A repeated call replaces the info; the others learn of
   * that with the next refresh, within a third of T_a. For one of the {@link #equivocators} nothing
   * happens: a proof outweighs any test.
   *
   * @throws IllegalArgumentException if {@code node} is this node itself
   * @throws LimitReachedException if this node attests to as many others as the group may have
   */
  void startAttest(GroupId group, NodeId node, LinkInfo info);

  /**
   * No longer vouches for {@code node}, and says why. Without an attestation there is nothing to
   * withdraw, and nothing happens.
   */
  void stopAttest(GroupId group, NodeId node, Reason reason);
}
