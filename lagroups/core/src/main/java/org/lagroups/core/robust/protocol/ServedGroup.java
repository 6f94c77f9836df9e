package org.lagroups.core.robust.protocol;

import java.util.ArrayList;
import java.util.List;
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
  private final Runnable wantLook;
  private final Subscription subscription;
  private final LossLog losses = new LossLog();
  private final List<Consumer<RobustEvent>> listeners = new ArrayList<>();
  private AttestationGraph<NodeId> graph;
  private RobustStatus status;

  ServedGroup(GroupId group, LaGroups groups, Runnable wantLook) {
    this.group = group;
    this.groups = groups;
    this.rule = groups.settings(group).robust();
    this.wantLook = wantLook;
    this.graph = groups.attestations(group);
    this.status = compute();
    this.subscription = groups.attestsChange(group, this::onEvent);
  }

  RobustStatus status() {
    return status;
  }

  Subscription listen(Consumer<RobustEvent> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void end() {
    subscription.close();
    listeners.clear();
  }

  /** Computes the members anew if the view is another, and tells what has changed. */
  void look() {
    AttestationGraph<NodeId> before = graph;
    graph = groups.attestations(group);
    if (!graph.equals(before)) {
      change(before);
    }
    losses.clear();
  }

  private void change(AttestationGraph<NodeId> graphBefore) {
    RobustStatus before = status;
    status = compute();
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

  private RobustStatus compute() {
    return switch (rule) {
      case RobustRule.None _ -> RobustStatus.noRule(group);
      case RobustRule.Static fixed ->
          new RobustStatus(group, new Basis.StaticRule(), RobustSet.of(graph, fixed.threshold()));
    };
  }

  private void onEvent(GroupEvent event) {
    if (event instanceof GroupEvent.AttestationLost lost) {
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
