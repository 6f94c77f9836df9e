package org.lagroups.core.robust.raft;

import io.microraft.MembershipChangeMode;
import io.microraft.RaftNodeStatus;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.core.robust.set.LargestAgreeable;
import org.lagroups.machine.NodeId;

/**
 * What a leader does: proposes the next view when its own graph asks for one, and has the seats
 * follow the views.
 *
 * <p>A proposal has more than half of the members of the view before in it, those that are leaving
 * not counted: a leader that itself sees little of the group does not take it apart.
 */
final class Chair {

  private final NodeId self;
  private final ThresholdFunction function;
  private final Presences presences;
  private final long secondNanos;
  private Set<NodeId> wanted = Set.of();
  private long wantedSinceNanos;
  private long proposed;
  private long proposedAtNanos;

  Chair(NodeId self, ThresholdFunction function, Presences presences, Pace pace) {
    this.self = self;
    this.function = function;
    this.presences = presences;
    this.secondNanos = pace.secondNanos();
  }

  /**
   * Does what is to be done now, if {@code running} leads.
   *
   * @param leaving whether this node is about to leave the group
   */
  void act(Running running, AttestationGraph<NodeId> graph, boolean leaving, long nowNanos) {
    if (running.leads()) {
      propose(running, graph, leaving, nowNanos);
      moveSeats(running);
    }
  }

  private void propose(
      Running running, AttestationGraph<NodeId> graph, boolean leaving, long nowNanos) {
    Set<NodeId> current =
        running.views().latest().<Set<NodeId>>map(AgreedView::members).orElseGet(Set::of);
    Set<NodeId> staying =
        current.stream().filter(node -> !isLeaving(node, leaving)).collect(Collectors.toSet());
    Set<NodeId> target = target(running, graph, leaving, staying);
    if (!target.equals(wanted)) {
      wanted = target;
      wantedSinceNanos = nowNanos;
    }
    long kept = staying.stream().filter(target::contains).count();
    boolean isAllowed =
        !target.isEmpty() && 2 * kept >= staying.size() + (staying.isEmpty() ? 0 : 1);
    boolean isSteady =
        nowNanos - wantedSinceNanos >= secondNanos
            || current.isEmpty()
            || staying.size() < current.size();
    if (!target.equals(current) && isAllowed && isSteady) {
      submit(running, target, nowNanos);
    }
  }

  /** Who should be in the next view. */
  private Set<NodeId> target(
      Running running, AttestationGraph<NodeId> graph, boolean leaving, Set<NodeId> staying) {
    if (leaving) {
      return staying;
    }
    Set<NodeId> seated = running.seats().stream().map(Seat::node).collect(Collectors.toSet());
    List<NodeId> eligible =
        graph.vertices().stream()
            .filter(node -> !isLeaving(node, false))
            .filter(node ->
                staying.contains(node)
                    || seated.contains(node)
                    || presences.seatOf(node).isPresent())
            .toList();
    return LargestAgreeable.of(graph.within(eligible), function);
  }

  private boolean isLeaving(NodeId node, boolean selfLeaves) {
    return node.equals(self) ? selfLeaves : presences.isLeaving(node);
  }

  /** Proposes a view, and the same one again only when there was time for an answer. */
  private void submit(Running running, Set<NodeId> members, long nowNanos) {
    long number = running.views().number() + 1;
    if (number == proposed
        && nowNanos - proposedAtNanos < Pace.LEADER_PATIENCE_SECONDS * secondNanos) {
      return;
    }
    proposed = number;
    proposedAtNanos = nowNanos;
    var _ =
        running
            .raft()
            .replicate(new AgreedView(number, new TreeSet<>(members), function.of(members.size())));
  }

  /** Makes one step towards seats for the members of the latest view, and for nobody else. */
  private void moveSeats(Running running) {
    Optional<AgreedView> view = running.views().latest();
    if (view.isEmpty() || running.raft().getStatus() != RaftNodeStatus.ACTIVE) {
      return;
    }
    Collection<Seat> all = running.seats();
    Stream.of(
            superfluous(all, view.get())
                .map(seat -> new Step(seat, MembershipChangeMode.REMOVE_MEMBER)),
            ready(running, view.get())
                .map(seat -> new Step(seat, MembershipChangeMode.ADD_OR_PROMOTE_TO_FOLLOWER)),
            missing(running, view.get()))
        .flatMap(Optional::stream)
        .findFirst()
        .ifPresent(step -> {
          long index = running.raft().getCommittedMembers().getLogIndex();
          var _ = running.raft().changeMembership(step.seat(), step.mode(), index);
        });
  }

  private record Step(Seat seat, MembershipChangeMode mode) {}

  /** A seat of no member, or one that its node has given up for another; this node's own last. */
  private Optional<Seat> superfluous(Collection<Seat> all, AgreedView view) {
    return all.stream()
        .filter(seat -> !view.members().contains(seat.node()) || isReplaced(seat))
        .min((one, other) -> Boolean.compare(one.node().equals(self), other.node().equals(self)));
  }

  private boolean isReplaced(Seat seat) {
    return presences.seatOf(seat.node()).filter(now -> !now.equals(seat)).isPresent();
  }

  /** A seat without a vote whose node knows all there is to know. */
  private Optional<Seat> ready(Running running, AgreedView view) {
    Collection<?> voters = running.raft().getEffectiveMembers().getVotingMembers();
    return running.seats().stream()
        .filter(seat -> !voters.contains(seat) && presences.hasApplied(seat, view.number()))
        .findFirst();
  }

  /** A member that has no seat yet; one at a time learns what there is to know. */
  private Optional<Step> missing(Running running, AgreedView view) {
    Collection<Seat> all = running.seats();
    Set<NodeId> seated = all.stream().map(Seat::node).collect(Collectors.toSet());
    if (all.size() > running.raft().getEffectiveMembers().getVotingMembers().size()) {
      return Optional.empty();
    }
    return view.members().stream()
        .filter(node -> !seated.contains(node))
        .flatMap(node -> presences.seatOf(node).stream())
        .findFirst()
        .map(seat ->
            new Step(
                seat,
                seat.equals(running.founder())
                    ? MembershipChangeMode.ADD_OR_PROMOTE_TO_FOLLOWER
                    : MembershipChangeMode.ADD_LEARNER));
  }
}
