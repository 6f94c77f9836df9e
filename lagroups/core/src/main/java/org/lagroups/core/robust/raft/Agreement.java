package org.lagroups.core.robust.raft;

import io.microraft.model.message.AppendEntriesRequest;
import io.microraft.model.message.InstallSnapshotRequest;
import io.microraft.model.message.RaftMessage;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.attestation.ThresholdFunction;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.robust.AgreedView;
import org.lagroups.core.robust.AgreementStore;
import org.lagroups.core.robust.message.AgreementMessage;
import org.lagroups.core.robust.message.AgreementMessage.Carried;
import org.lagroups.core.robust.message.AgreementMessage.Presence;
import org.lagroups.core.robust.message.Seat;
import org.lagroups.core.robust.message.StoredAgreement;
import org.lagroups.machine.Environment;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * This node's part in the agreement on the views of one group.
 *
 * <p>The agreement is begun once, by the group's founder; everyone else waits to be given a seat.
 * Raft protects from crashes, restarts, lost messages and partitions: no two members ever have
 * different views under one number. It does not protect from a participant that lies.
 */
public final class Agreement {

  /** After so many of Raft's seconds without a word, a follower should have given its leader up. */
  private static final int STUCK_SECONDS = Pace.LEADER_PATIENCE_SECONDS + 2;

  private final GroupId group;
  private final NodeId self;
  private final Pace pace;
  private final Environment<?> environment;
  private final AgreementStore store;
  private final BiConsumer<NodeId, AgreementMessage> send;
  private final Consumer<AgreedView> onView;
  private final HeldBack held = new HeldBack();
  private final Presences presences;
  private final Chair chair;
  private @Nullable Running running;
  private long incarnation;
  private @Nullable AgreedView shown;
  private boolean leaving;
  private boolean unsaved;
  private long write;
  private long nextWordNanos;
  private long leaderWordNanos;

  /**
   * Goes on from what is stored, if anything is.
   *
   * @param send takes a message for a peer
   * @param onView hears of each view that is new here, when it is durable
   */
  public Agreement(
      GroupId group,
      long validityMillis,
      ThresholdFunction function,
      Environment<?> environment,
      AgreementStore store,
      BiConsumer<NodeId, AgreementMessage> send,
      Consumer<AgreedView> onView) {
    this.group = group;
    this.self = environment.self();
    this.pace = Pace.of(validityMillis);
    this.environment = environment;
    this.store = store;
    this.send = send;
    this.onView = onView;
    this.presences = new Presences(pace);
    this.chair = new Chair(self, function, presences, pace);
    this.incarnation = environment.random().nextLong();
    store.load(group).flatMap(StoredAgreement::decode).ifPresent(this::resume);
  }

  /** How long one of Raft's seconds lasts in this group. */
  public long secondNanos() {
    return pace.secondNanos();
  }

  /** Forgets all of it, for good. */
  public void forget() {
    running = null;
    store.forget(group);
  }

  /** Begins the agreement, with this node as its only member. Once begun, does nothing. */
  public void found() {
    if (running == null) {
      begin(new Seat(self, incarnation));
      endTurn();
    }
  }

  /** Takes a message from a node that is allowed to take part. */
  public void take(NodeId from, AgreementMessage message) {
    switch (message) {
      case Presence presence -> presences.hear(from, presence, environment.elapsedNanos());
      case Carried carried -> take(carried);
    }
    endTurn();
  }

  /**
   * Does what is due.
   *
   * @param graph this node's view of the group
   * @param linked the nodes of it that can be told something
   */
  public void act(AttestationGraph<NodeId> graph, Set<NodeId> linked) {
    long now = environment.elapsedNanos();
    presences.dropOld(now);
    beginAnewIfStuck(now);
    Running part = running;
    if (part != null) {
      part.runDue();
      chair.act(part, graph, leaving, now);
      part.runDue();
    }
    if (now >= nextWordNanos) {
      nextWordNanos = now + pace.secondNanos();
      sayPresence(linked);
    }
    endTurn();
  }

  /** When {@link #act} has something to do without having been told anything. */
  public long nextDueNanos() {
    Running part = running;
    OptionalLong due = part == null ? OptionalLong.empty() : part.nextDueNanos();
    return Math.min(nextWordNanos, due.orElse(Long.MAX_VALUE));
  }

  /** From now on this node wants to be in no view, and says so. */
  public void leave() {
    leaving = true;
    nextWordNanos = environment.elapsedNanos();
  }

  /** Whether this node has no seat that anybody could count on. */
  public boolean hasNoSeat() {
    return running == null;
  }

  /** The latest view that was agreed on and is durable, as far as it is known here. */
  public Optional<AgreedView> latest() {
    return Optional.ofNullable(shown);
  }

  /** Whether this seat hears a leader, or is one that is heard by more than half of all. */
  public boolean hasLeader() {
    return running != null && running.leader() != null;
  }

  /** Whether this node has a say in what is agreed on. */
  public boolean hasVote() {
    return running != null && running.hasVote();
  }

  /** The nodes that have seats, as far as it is known here. */
  public Set<NodeId> seated() {
    Set<NodeId> nodes = new TreeSet<>();
    if (running != null) {
      running.seats().forEach(seat -> nodes.add(seat.node()));
    }
    return nodes;
  }

  private void take(Carried carried) {
    if (carried.to() != incarnation) {
      return;
    }
    RaftMessage message = carried.message();
    boolean invites =
        message instanceof AppendEntriesRequest || message instanceof InstallSnapshotRequest;
    if (running == null && invites && !leaving) {
      begin(carried.founder());
    }
    Running part = running;
    if (part != null && part.founder().equals(carried.founder())) {
      if (invites) {
        leaderWordNanos = environment.elapsedNanos();
      }
      part.take(message);
      part.runDue();
    }
  }

  /**
   * In version 0.7 of the library, a follower that was about to stand for election when its leader
   * came back does not notice any more if that leader goes away. It then does what a restart does.
   */
  private void beginAnewIfStuck(long now) {
    Running part = running;
    boolean isSilent = now - leaderWordNanos > STUCK_SECONDS * pace.secondNanos();
    if (part != null && part.leader() != null && !part.leads() && isSilent) {
      leaderWordNanos = now;
      resume(part.log().state());
    }
  }

  private void begin(Seat founder) {
    DurableLog log = new DurableLog(new Seat(self, incarnation), founder, this::changed);
    changed();
    running = Running.begin(log, group, pace, environment, wires(founder));
  }

  private void resume(StoredAgreement stored) {
    incarnation = stored.seat().incarnation();
    running =
        Running.resume(
            new DurableLog(stored, this::changed),
            group,
            pace,
            environment,
            wires(stored.founder()));
  }

  private Running.Wires wires(Seat founder) {
    return new Running.Wires(
        (to, message) -> held.send(() -> send(founder, to, message)),
        environment::isLinked,
        view -> held.tell(() -> show(view)));
  }

  private void show(AgreedView view) {
    if (shown == null || view.number() > shown.number()) {
      shown = view;
      onView.accept(view);
      nextWordNanos = environment.elapsedNanos();
    }
  }

  private void send(Seat founder, Seat to, RaftMessage message) {
    send.accept(to.node(), new Carried(group, founder, to.incarnation(), message));
  }

  /**
   * Who has no vote asks for one, and so does who hears no leader: it may have lost its seat
   * without having heard. Who leaves asks to lose it.
   */
  private void sayPresence(Set<NodeId> linked) {
    if (!hasVote() || !hasLeader() || leaving) {
      long view = shown == null ? 0 : shown.number();
      Presence word = new Presence(group, incarnation, view, leaving);
      linked.forEach(node -> held.send(() -> send.accept(node, word)));
    }
  }

  private void changed() {
    if (!unsaved) {
      unsaved = true;
      write = held.beginWrite();
    }
  }

  /** Gives up a seat that was removed, and has everything that changed written. */
  private void endTurn() {
    Running part = running;
    if (part != null && part.hasEnded()) {
      running = null;
      shown = null;
      incarnation = environment.random().nextLong();
      changed();
      store.forget(group);
    }
    if (unsaved) {
      unsaved = false;
      long mine = write;
      Running now = running;
      if (now == null) {
        held.becameDurable(mine);
      } else {
        store.save(group, now.log().state().encode(), () -> held.becameDurable(mine));
      }
    }
  }
}
