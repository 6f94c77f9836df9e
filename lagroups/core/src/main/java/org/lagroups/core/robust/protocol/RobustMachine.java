package org.lagroups.core.robust.protocol;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.lagroups.core.attestation.GroupSettings;
import org.lagroups.core.attestation.RobustRule;
import org.lagroups.core.group.LaGroups;
import org.lagroups.core.group.Subscription;
import org.lagroups.core.group.UnknownGroupException;
import org.lagroups.core.robust.AgreementStore;
import org.lagroups.core.robust.Basis;
import org.lagroups.core.robust.RobustEvent;
import org.lagroups.core.robust.RobustMembership;
import org.lagroups.core.robust.RobustStatus;
import org.lagroups.core.robust.message.AgreementCodec;
import org.lagroups.core.robust.message.AgreementMessage;
import org.lagroups.core.robust.raft.Agreement;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Robust membership of all groups that it {@linkplain #serve serves}.
 *
 * <p>A change of the view is told as many events; the members are computed once, when all of them
 * have been told.
 */
public final class RobustMachine implements Machine<RobustTimer>, RobustMembership {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(4);

  private static final long NANOS_BELOW_MILLI = 999_999;

  private final Environment<RobustTimer> environment;
  private final LaGroups groups;
  private final AgreementStore store;
  private final Map<GroupId, ServedGroup> served = new TreeMap<>();
  private final Map<GroupId, Departing> departing = new TreeMap<>();
  private final Gate gate;
  private long viewsAgreed;

  public RobustMachine(
      Environment<RobustTimer> environment, LaGroups groups, AgreementStore store) {
    this.environment = environment;
    this.groups = groups;
    this.store = store;
    this.gate = new Gate(environment::elapsedNanos);
  }

  /**
   * Begins to follow a group. Once begun, does nothing.
   *
   * @throws UnknownGroupException if this node does not belong to it
   */
  public void serve(GroupId group) {
    if (!served.containsKey(group)) {
      departing.remove(group);
      Optional<Participation> participation = participation(group, groups.settings(group));
      served.put(group, new ServedGroup(group, groups, participation, this::wantLook));
      wantLook();
    }
  }

  /**
   * Begins the agreement in a group that this node has made and serves, if its rule asks for one.
   * To be called once, by whoever made the group; the others wait to be admitted.
   *
   * @throws UnknownGroupException if the group is not served
   */
  public void found(GroupId group) {
    of(group).participation().ifPresent(part -> part.agreement().found());
    wantLook();
  }

  /**
   * No longer follows a group, since this node leaves it: to be called before it has left. For a
   * short time it goes on helping the others to agree on a view without it.
   */
  public void leave(GroupId group) {
    ServedGroup left = served.remove(group);
    if (left == null) {
      return;
    }
    left.end();
    Optional<Participation> participation = left.participation();
    if (participation.isPresent()) {
      departing.put(group, new Departing(participation.get(), environment));
      wantLook();
    }
  }

  @Override
  public RobustStatus status(GroupId group) {
    return of(group).status();
  }

  @Override
  public Subscription changes(GroupId group, Consumer<RobustEvent> listener) {
    return of(group).listen(listener);
  }

  /** What it has come to so far, for metrics. */
  public RobustStatistics statistics() {
    List<Basis> agreeing =
        served.values().stream()
            .filter(one -> one.participation().isPresent())
            .map(one -> one.status().basis())
            .toList();
    long without = agreeing.stream().filter(Basis.WithoutAgreement.class::isInstance).count();
    return new RobustStatistics(
        agreeing.size(), (int) without, viewsAgreed, gate.taken(), gate.dropped());
  }

  @Override
  public void start() {
    wantLook();
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    gate.admit(from, message).ifPresent(admitted -> take(from, admitted));
  }

  @Override
  public void onTimer(RobustTimer timer) {
    for (GroupId group : List.copyOf(served.keySet())) {
      if (groups.groups().contains(group)) {
        of(group).look();
      } else {
        leave(group);
      }
    }
    departing.values().removeIf(Departing::act);
    arm();
  }

  private void take(NodeId from, AgreementMessage message) {
    Optional<Participation> part = participationIn(message.group(), from);
    if (part.isEmpty()) {
      gate.drop(AgreementDrop.UNCALLED_FOR);
      return;
    }
    gate.took();
    part.get().take(from, message);
    wantLook();
  }

  /** This node's part in a group's agreement, if a peer may have one in it too. */
  private Optional<Participation> participationIn(GroupId group, NodeId peer) {
    ServedGroup here = served.get(group);
    if (here != null) {
      return here.participation()
          .filter(part -> here.graph().contains(peer) || part.agreement().seated().contains(peer));
    }
    Departing left = departing.get(group);
    return left != null && left.knows(peer) ? Optional.of(left.participation()) : Optional.empty();
  }

  private Optional<Participation> participation(GroupId group, GroupSettings settings) {
    if (!(settings.robust() instanceof RobustRule.Dynamic dynamic)) {
      return Optional.empty();
    }
    Agreement agreement =
        new Agreement(
            group,
            settings.validityMillis(),
            dynamic.function(),
            environment,
            store,
            (to, message) -> environment.send(to, Delivery.ORDERED, AgreementCodec.encode(message)),
            view -> viewsAgreed++);
    return Optional.of(new Participation(agreement, environment));
  }

  private void wantLook() {
    environment.setTimer(RobustTimer.LOOK, 0);
  }

  /** Sets the timer for what is due first. */
  private void arm() {
    LongStream.concat(
            served.values().stream()
                .flatMap(one -> one.participation().stream())
                .mapToLong(Participation::nextDueNanos),
            departing.values().stream().mapToLong(Departing::nextDueNanos))
        .min()
        .ifPresent(due -> {
          long nanos = Math.max(due - environment.elapsedNanos(), 0);
          environment.setTimer(
              RobustTimer.AGREE, TimeUnit.NANOSECONDS.toMillis(nanos + NANOS_BELOW_MILLI));
        });
  }

  private ServedGroup of(GroupId group) {
    ServedGroup found = served.get(group);
    if (found == null) {
      throw new UnknownGroupException(group);
    }
    return found;
  }
}
