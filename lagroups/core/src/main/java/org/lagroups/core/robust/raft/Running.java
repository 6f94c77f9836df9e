package org.lagroups.core.robust.raft;

import io.microraft.RaftEndpoint;
import io.microraft.RaftNode;
import io.microraft.RaftNodeStatus;
import io.microraft.model.message.RaftMessage;
import io.microraft.persistence.RestoredRaftState;
import io.microraft.transport.Transport;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.core.robust.message.StoredAgreement;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** One seat's Raft node with everything it runs on. */
final class Running {

  private final Seat seat;
  private final Seat founder;
  private final DurableLog log;
  private final Tasks tasks;
  private final ViewLog views;
  private final RaftNode raft;

  private Running(
      DurableLog log,
      boolean restored,
      GroupId group,
      Pace pace,
      Environment<?> environment,
      Wires wires) {
    StoredAgreement state = log.state();
    this.seat = state.seat();
    this.founder = state.founder();
    this.log = log;
    this.tasks = new Tasks(pace, environment::elapsedNanos);
    this.views = new ViewLog(wires.onView());
    RaftNode.RaftNodeBuilder builder = RaftNode.newBuilder().setGroupId(group);
    if (restored) {
      RestoredRaftState past = log.restored();
      builder.setRestoredState(past);
    } else {
      builder.setLocalEndpoint(seat).setInitialGroupMembers(List.of(founder));
    }
    this.raft =
        builder
            .setConfig(pace.config())
            .setExecutor(tasks)
            .setTransport(new Lines(wires))
            .setStateMachine(views)
            .setStore(log)
            .setRandom(Random.from(environment.random()))
            .setClock(new RaftClock(pace, environment::elapsedNanos))
            .build();
    var _ = raft.start();
  }

  /** What it is tied to: where messages go, who is linked, and who hears of views. */
  record Wires(
      BiConsumer<Seat, RaftMessage> send,
      Predicate<NodeId> isLinked,
      Consumer<AgreedView> onView) {}

  private record Lines(Wires wires) implements Transport {
    @Override
    public void send(RaftEndpoint target, RaftMessage message) {
      wires.send().accept((Seat) target, message);
    }

    @Override
    public boolean isReachable(RaftEndpoint endpoint) {
      return wires.isLinked().test(((Seat) endpoint).node());
    }
  }

  /** A seat that knows nothing yet; it leads at once if it is the founder's. */
  static Running begin(
      DurableLog log, GroupId group, Pace pace, Environment<?> environment, Wires wires) {
    return new Running(log, false, group, pace, environment, wires);
  }

  /** A seat as it was before a restart. */
  static Running resume(
      DurableLog log, GroupId group, Pace pace, Environment<?> environment, Wires wires) {
    return new Running(log, true, group, pace, environment, wires);
  }

  Seat seat() {
    return seat;
  }

  Seat founder() {
    return founder;
  }

  DurableLog log() {
    return log;
  }

  ViewLog views() {
    return views;
  }

  RaftNode raft() {
    return raft;
  }

  /** Takes a message of the library. */
  void take(RaftMessage message) {
    raft.handle(UpToRemoval.of(message, seat, log.entries()));
  }

  void runDue() {
    tasks.runDue();
  }

  OptionalLong nextDueNanos() {
    return tasks.nextDueNanos();
  }

  /** Whether this seat was removed, and that is known here. */
  boolean hasEnded() {
    return raft.getStatus() == RaftNodeStatus.TERMINATED;
  }

  @Nullable Seat leader() {
    return hasEnded() ? null : (Seat) raft.getTerm().getLeaderEndpoint();
  }

  boolean leads() {
    return seat.equals(leader());
  }

  boolean hasVote() {
    return raft.getEffectiveMembers().getVotingMembers().contains(seat);
  }

  /** All seats, with or without a vote, as this one knows them. */
  Collection<Seat> seats() {
    return raft.getEffectiveMembers().getMembers().stream().map(Seat.class::cast).toList();
  }
}
