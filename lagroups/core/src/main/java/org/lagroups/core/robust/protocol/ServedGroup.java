package org.lagroups.core.robust.protocol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.GroupEvent;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.core.robust.set.RobustSet;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** Robust membership of one group. */
final class ServedGroup {

  private final GroupId group;
  private final LaGroups groups;
  private final RobustRule rule;
  private final Optional<Participation> participation;
  private final Runnable wantLook;
  private final Subscription subscription;
  private final LossLog losses = new LossLog();
  private final List<Consumer<RobustEvent>> listeners = new ArrayList<>();
  private AttestationGraph<NodeId> graph;
  private RobustStatus status;

  /**
   * Of a group that the node belongs to.
   *
   * @param participation this node's part in the agreement, if the group's rule asks for one
   */
  ServedGroup(
      GroupId group, LaGroups groups, Optional<Participation> participation, Runnable wantLook) {
    this.group = group;
    this.groups = groups;
    this.rule = groups.settings(group).robust();
    this.participation = participation;
    this.wantLook = wantLook;
    this.graph = groups.attestations(group);
    this.status = compute(basis());
    this.subscription = groups.attestsChange(group, this::onEvent);
  }

  RobustStatus status() {
    return status;
  }

  Optional<Participation> participation() {
    return participation;
  }

  AttestationGraph<NodeId> graph() {
    return graph;
  }

  Subscription listen(Consumer<RobustEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void end() {
    subscription.close();
    listeners.clear();
  }

  /** Computes the members anew if there is reason to, and tells what has changed. */
  void look() {
    if (rule instanceof RobustRule.None) {
      return;
    }
    AttestationGraph<NodeId> before = graph;
    graph = groups.attestations(group);
    participation.ifPresent(part -> part.act(graph));
    Basis basis = basis();
    boolean sameBasis = basis.equals(status.basis());
    if (!sameBasis || !graph.equals(before)) {
      if (!sameBasis) {
        tell(new RobustEvent.BasisChanged(group, basis));
      }
      change(before, basis);
    }
    losses.clear();
  }

  private void change(AttestationGraph<NodeId> graphBefore, Basis basis) {
    RobustStatus before = status;
    status = compute(basis);
    SortedSet<NodeId> was = before.set().members();
    SortedSet<NodeId> is = status.set().members();
    Departures departures = new Departures(graphBefore, was, graph, is, losses);
    for (NodeId leaver : without(was, is)) {
      tell(new RobustEvent.Left(group, leaver, departures.missingFor(leaver)));
    }
    for (NodeId newcomer : without(is, was)) {
      tell(new RobustEvent.Entered(group, newcomer));
    }
  }

  private Basis basis() {
    return switch (rule) {
      case RobustRule.None _ -> new Basis.NoRule();
      case RobustRule.Static _ -> new Basis.StaticRule();
      case RobustRule.Dynamic _ ->
          participation.map(Participation::basis).orElseGet(Basis.StaticRule::new);
    };
  }

  private RobustStatus compute(Basis basis) {
    RobustSet set =
        switch (rule) {
          case RobustRule.None _ -> RobustSet.NONE;
          case RobustRule.Static fixed -> RobustSet.of(graph, fixed.threshold());
          case RobustRule.Dynamic dynamic ->
              basis instanceof Basis.Agreed agreed
                  ? RobustSet.ofAgreed(graph, agreed.view().members(), agreed.view().threshold())
                  : RobustSet.of(graph, dynamic.staticThreshold());
        };
    return new RobustStatus(group, basis, set);
  }

  private void onEvent(GroupEvent event) {
    if (event instanceof GroupEvent.AttestationLost lost && !(rule instanceof RobustRule.None)) {
      losses.note(lost);
    }
    wantLook.run();
  }

  private void tell(RobustEvent event) {
    List.copyOf(listeners).forEach(listener -> listener.accept(event));
  }

  private static SortedSet<NodeId> without(SortedSet<NodeId> all, SortedSet<NodeId> those) {
    SortedSet<NodeId> left = new TreeSet<>(all);
    left.removeAll(those);
    return left;
  }
}
