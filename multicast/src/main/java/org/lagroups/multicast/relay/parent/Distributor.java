package org.lagroups.multicast.relay.parent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.Answers;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.Planner;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayStatistics;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.flow.Outbox;
import org.lagroups.multicast.relay.held.HoldUps;
import org.lagroups.multicast.relay.held.Overdue;
import org.lagroups.multicast.relay.tree.Flight;
import org.lagroups.multicast.relay.tree.Ledger;
import org.lagroups.multicast.relay.tree.Members;
import org.lagroups.multicast.relay.tree.Shape;
import org.lagroups.multicast.relay.tree.Splitter;
import org.lagroups.multicast.relay.tree.TreeFlow;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.CastMessage;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Want;

/**
 * The parent of one group: sends a stream to its members, over trees in which they relay it to each
 * other. It takes chunks in any order, only such as are in its store already.
 */
public final class Distributor {

  /** The most chunks that wait to be sent in file mode. */
  public static final int MAX_WAITING = Backlog.MAX_WAITING;

  /** The most chunks that wait in live mode, where they wait no longer than the latency. */
  public static final int MAX_WAITING_LIVE = Backlog.MAX_WAITING_LIVE;

  /** What a message has around a chunk, about. */
  private static final int AROUND_BYTES = 256;

  private static final double MAX_SEEN = 1.25e9;
  private static final int MAX_FIRST_EPOCH = 1 << 30;
  private static final long REPORT_NANOS = 250_000_000;

  /** In file mode nobody is in a hurry to know, and reports take room from chunks. */
  private static final long FILE_REPORT_NANOS = 500_000_000;

  private static final long WATCH_NANOS = 100_000_000;
  private static final long CAUGHT_UP_NANOS = 3_000_000_000L;
  private static final long HELD_UP_NANOS = 2_000_000_000;

  /** While nobody is there a live chunk waits for this part of the latency: there is time left. */
  private static final int UNSEEN_PART = 4;

  private final Wiring wiring;
  private final RelaySettings settings;
  private final DistributorListener listener;
  private final Children children;
  private final Ledger ledger = new Ledger();
  private final Splitter splitter;
  private final Outbox outbox;
  private final Answers answers;
  private final Repairs repairs;
  private final Latecomers latecomers;
  private final Muster muster;
  private final UplinkEstimate own;
  private final Planning planning;
  private final Watch watch;
  private final HoldUps holdUps;
  private final Overdue past = new Overdue(CAUGHT_UP_NANOS);
  private final Backlog backlog;
  private final ChunkStore store;
  private long dropped;
  private long reportedNanos;
  private long watchedNanos;
  private boolean isGiving;

  /** A parent without members. */
  public Distributor(
      Wiring wiring,
      RelaySettings settings,
      ChunkStore store,
      Planner planner,
      DistributorListener listener) {
    long now = wiring.now();
    this.wiring = wiring;
    this.children = new Children(wiring.random(MAX_FIRST_EPOCH));
    this.settings = settings;
    this.store = store;
    this.backlog = new Backlog(settings.isLive());
    this.listener = listener;
    this.splitter = new Splitter(settings.chunkBytes());
    this.outbox =
        new Outbox(wiring::chunk, wiring.uplink(), settings.chunkBytes(), settings.isLive(), now);
    outbox.suppliedBy(this::give);
    this.answers = new Answers(wiring, store, outbox);
    this.repairs = new Repairs(wiring, children, outbox, store);
    this.latecomers = new Latecomers(children, ledger, repairs);
    this.muster = new Muster(children, settings.isLive());
    this.own = new UplinkEstimate((double) settings.firstUplinkBytesPerSecond());
    own.capped(outbox.cap(now));
    this.planning = new Planning(children, planner, splitter, own, settings);
    this.watch = new Watch(children, ledger, settings, listener);
    this.holdUps = new HoldUps(now, HELD_UP_NANOS);
  }

  /**
   * Adds a member.
   *
   * @return false if there is no room for it, or it is one already
   */
  public boolean add(NodeId node) {
    if (children.isFull() || children.find(node) != null || node.equals(wiring.self())) {
      return false;
    }
    Child child = children.add(node, (double) settings.firstUplinkBytesPerSecond(), wiring.now());
    muster.came(wiring.now());
    if (wiring.isLinked(node)) {
      link(child);
    }
    changed();
    return true;
  }

  /** A member has left, or is no longer wanted. */
  public void remove(NodeId node) {
    Child child = children.find(node);
    if (child != null) {
      children.remove(child);
      outbox.linkDown(node);
      withdraw(child);
      changed();
    }
  }

  /** Sends nothing any more. */
  public void close() {
    outbox.close();
  }

  /** A link is there. */
  public void onLinkUp(NodeId peer) {
    Child child = children.find(peer);
    if (child != null) {
      link(child);
      changed();
    }
  }

  /** A link is gone. */
  public void onLinkDown(NodeId peer) {
    Child child = children.find(peer);
    if (child != null) {
      outbox.linkDown(peer);
      child.linked(false, wiring.now());
      withdraw(child);
      changed();
    }
  }

  /** Whether one more chunk is taken; in live mode it always is. */
  public boolean hasRoom() {
    return backlog.hasRoom();
  }

  /** How many chunks wait to be sent for the first time. */
  public int waitingChunks() {
    return backlog.size();
  }

  /** For how long the first of these has waited; 0 if none does. */
  public long waitedNanos() {
    return backlog.waitedNanos(wiring.now());
  }

  /**
   * Takes a chunk that is in the store.
   *
   * @throws IllegalStateException if there is no room
   */
  public void offer(SealedChunk chunk) {
    if (!hasRoom()) {
      throw new IllegalStateException("no room for a chunk");
    }
    if (backlog.isFull()) {
      drop();
    }
    backlog.add(chunk, wiring.now());
    dispatch();
  }

  /**
   * Everything below a sequence is in the store and is not offered any more: who lacks it asks for
   * it.
   */
  public void startAt(long below) {
    backlog.startAt(below);
  }

  /** A member says how it goes. */
  public void onReport(NodeId from, Report report) {
    Child child = children.find(from);
    if (child == null || !child.isLinked() || !children.isEpoch(report.epoch())) {
      return;
    }
    long now = wiring.now();
    Report before = child.report();
    boolean changes = before == null || child.isSilent() || before.linked() != report.linked();
    child.reported(report, now);
    ledger.had(child.number(), report.held()::has, now);
    changes |= watch.heard(child, report, now);
    if (child.pace().isApart() && report.held().below() >= past.below(now)) {
      changes |= child.pace().caughtUp(now);
    }
    if (changes) {
      changed();
    }
    dispatch();
  }

  /** A member asks for chunks. */
  public void onWant(NodeId from, Want want) {
    Child child = children.find(from);
    long now = wiring.now();
    if (child != null && child.wants().take(now)) {
      answers.answer(
          from, want, sequence -> backlog.wasSent(sequence) && !isForSeveral(child, sequence, now));
      dispatch();
    }
  }

  /** A member says what has come. */
  public void onProgress(NodeId from, Progress progress) {
    outbox.arrived(wiring.now(), from, progress.latest(), progress.atNanos());
    dispatch();
  }

  /** To be called every {@link RelaySettings#TICK_MILLIS} or so. */
  public void tick() {
    long now = wiring.now();
    outbox.work(now);
    own.capped(outbox.cap(now));
    if (outbox.isFull()) {
      own.full(now);
    }
    own.measured(now, outbox.capacity(now).orElse(0), outbox.bytesPerSecond(now));
    if (!holdUps.tick(now) && now - watchedNanos >= WATCH_NANOS) {
      watchedNanos = now;
      look(now);
    }
    planning.work(now);
    if (now - reportedNanos >= (settings.isLive() ? REPORT_NANOS : FILE_REPORT_NANOS)) {
      reportedNanos = now;
      past.exist(now, backlog.end());
      tellAll(report(now));
    }
    dispatch();
  }

  /** Whether every member has said that it has all that was given so far. */
  public boolean isDelivered() {
    return backlog.isEmpty() && ledger.isEmpty() && haveAllBelow(backlog.end());
  }

  /** Whether every member has said that it has all chunks below a sequence, or gave them up. */
  public boolean haveAllBelow(long sequence) {
    return children.all().stream()
        .allMatch(child -> {
          Report report = child.report();
          return report != null && report.held().below() >= sequence;
        });
  }

  /** The greatest rate that is possible for the uplinks as they are known, in bytes per second. */
  public double boundBytesPerSecond() {
    return planning.bound();
  }

  /** How it goes with the members, by number. */
  public List<MemberState> members() {
    return children.all().stream().map(Child::state).toList();
  }

  /** What the other members get from one, in bytes per second, by their word; empty if nothing. */
  public OptionalLong seenBytesPerSecond(NodeId node) {
    Child seen = children.find(node);
    if (seen == null) {
      return OptionalLong.empty();
    }
    double rate = 0;
    for (Child child : children.all()) {
      Report report = child.report();
      if (child != seen && report != null) {
        rate +=
            report.senders().stream()
                .filter(sender -> sender.number() == seen.number())
                .mapToDouble(sender -> Math.min((double) sender.bytesPerSecond(), MAX_SEEN))
                .sum();
      }
    }
    return rate > 0 ? OptionalLong.of((long) rate) : OptionalLong.empty();
  }

  /** The round trip to a member in microseconds, without waiting; empty if unknown. */
  public OptionalLong roundTripMicros(NodeId node) {
    return outbox.leastRoundTripMicros(node);
  }

  /** Whether something waits for the uplink. */
  public boolean isFull() {
    return outbox.isFull();
  }

  /** What it sends, in bytes per second, and what its uplink could if that was full. */
  public double sentBytesPerSecond() {
    long now = wiring.now();
    return Math.max(outbox.bytesPerSecond(now), outbox.capacity(now).orElse(0));
  }

  /** The trees in use. */
  public List<TreeFlow> trees() {
    return splitter.planned();
  }

  /** Who has a number in the trees' shapes; nothing for {@link Shape#PARENT} and who has gone. */
  public Optional<NodeId> memberAt(int number) {
    return Optional.ofNullable(children.find(number)).map(Child::node);
  }

  /** Counters. */
  public RelayStatistics statistics() {
    long now = wiring.now();
    return new RelayStatistics(
        outbox.sentChunks(),
        outbox.sentBytes(),
        answers.answered() + repairs.sent(),
        outbox.dropped() + dropped,
        0,
        0,
        0,
        0,
        0,
        0,
        outbox.bytesPerSecond(now) * 8 / 1e6,
        0,
        outbox.capacity(now).orElse(0) * 8 / 1e6,
        outbox.roundTripMillis());
  }

  private void link(Child child) {
    long now = wiring.now();
    outbox.linkUp(child.node());
    child.linked(true, now);
    // Thereby it knows what no tree will bring, as it was sent before.
    wiring.tell(child.node(), report(now));
  }

  /** Nobody waits for this member any more, and what it should have passed on goes another way. */
  private void withdraw(Child child) {
    long now = wiring.now();
    long members = Members.of(child.number());
    ledger.forget(members, now);
    for (Flight flight : ledger.flights()) {
      if (Members.has(flight.shape().relays(), child.number())) {
        repairs.add(flight);
      }
    }
  }

  private void changed() {
    tellAll(children.roster(wiring.stream()));
    planning.changed();
    planning.work(wiring.now());
    dispatch();
  }

  private void look(long now) {
    List<Child> withdrawn = new ArrayList<>(watch.silenced(now));
    withdrawn.addAll(watch.fallenBehind(now));
    withdrawn.forEach(this::withdraw);
    Watch.Late late = watch.late(now);
    late.flights().forEach(repairs::add);
    boolean changes = watch.pardon(now) || late.changes();
    if (backlog.isOver() && !settings.isLive()) {
      Watch.Late last = watch.last(now);
      last.flights().forEach(repairs::finish);
      changes |= last.changes();
    }
    if (settings.isLive()) {
      forgetOld(now);
    }
    if (!withdrawn.isEmpty() || changes) {
      changed();
    }
  }

  private void forgetOld(long now) {
    long latency = settings.latencyMillis() * 1_000_000;
    long patience = isAnybodyServed() ? latency : latency / UNSEEN_PART;
    while (!backlog.isEmpty() && backlog.waitedNanos(now) >= patience && !backlog.isOnlyTheLast()) {
      drop();
    }
    for (Flight flight : ledger.flights()) {
      if (flight.ageNanos(now) >= latency) {
        ledger.forget(flight);
      }
    }
  }

  /** A chunk is not sent any more. If nobody is there, whoever comes begins behind it. */
  private void drop() {
    SealedChunk unsent = backlog.drop();
    if (isAnybodyServed()) {
      dropped++;
    } else {
      backlog.startAt(unsent.chunk().sequence() + 1);
    }
  }

  private boolean isAnybodyServed() {
    return children.members(Child::isServed) != 0;
  }

  private Report report(long now) {
    return new Report(
        wiring.stream(),
        children.epoch(),
        backlog.sent(),
        store.lowest(),
        0,
        (long) outbox.capacity(now).orElse(0),
        (long) outbox.cap(now),
        (long) outbox.bytesPerSecond(now),
        outbox.waitingBytes(),
        List.of());
  }

  private void tellAll(CastMessage message) {
    for (Child child : children.all()) {
      if (child.isLinked()) {
        wiring.tell(child.node(), message);
      }
    }
  }

  private void dispatch() {
    boolean wasFull = backlog.isFull();
    give();
    if (wasFull && !backlog.isFull()) {
      listener.hasRoom();
    }
  }

  /** Also called by a capped uplink, in the middle of what is done here. */
  private void give() {
    if (isGiving) {
      return;
    }
    isGiving = true;
    try {
      giveAll(wiring.now());
    } finally {
      isGiving = false;
    }
  }

  private void giveAll(long now) {
    repairs.work(now, ledger);
    while (!backlog.isEmpty() && !ledger.isFull() && muster.isOver(now)) {
      SealedChunk chunk = backlog.first();
      int bytes = chunk.chunk().payload().length() + AROUND_BYTES;
      TreeFlow tree = splitter.next(now, bytes, outbox.isFull(), this::isOpen).orElse(null);
      if (tree == null) {
        break;
      }
      backlog.send();
      send(now, chunk, tree, bytes);
    }
  }

  private boolean isOpen(TreeFlow tree) {
    return tree.shape().to(Shape.PARENT).stream()
        .map(children::find)
        .allMatch(root -> root != null && outbox.isOpen(wiring.now(), root.node()));
  }

  private void send(long now, SealedChunk chunk, TreeFlow tree, int bytes) {
    long sequence = chunk.chunk().sequence();
    ledger.add(new Flight(sequence, bytes, tree, now));
    Bytes message = wiring.encoded(chunk, tree.shape().route(children.epoch()));
    for (int root : tree.shape().to(Shape.PARENT)) {
      Child child = children.find(root);
      if (child != null) {
        outbox.relay(now, child.node(), sequence, message);
      }
    }
  }

  private boolean isForSeveral(Child asking, long sequence, long now) {
    return !settings.isLive()
        && sequence >= store.lowest()
        && latecomers.take(asking, sequence, settings.chunkBytes(), now);
  }
}
