package org.lagroups.multicast.relay.child;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.function.Function;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.Answers;
import org.lagroups.multicast.relay.ChunkStore;
import org.lagroups.multicast.relay.RelaySettings;
import org.lagroups.multicast.relay.RelayStatistics;
import org.lagroups.multicast.relay.RelayVerdict;
import org.lagroups.multicast.relay.Wiring;
import org.lagroups.multicast.relay.flow.Outbox;
import org.lagroups.multicast.relay.flow.RateMeter;
import org.lagroups.multicast.relay.held.HoldUps;
import org.lagroups.multicast.relay.held.Overdue;
import org.lagroups.multicast.relay.held.SequenceSet;
import org.lagroups.multicast.stream.chunk.ChunkCheck;
import org.lagroups.multicast.stream.chunk.SealedChunk;
import org.lagroups.multicast.wire.Held;
import org.lagroups.multicast.wire.RelayMessage.Progress;
import org.lagroups.multicast.wire.RelayMessage.Report;
import org.lagroups.multicast.wire.RelayMessage.Roster;
import org.lagroups.multicast.wire.RelayMessage.Want;
import org.lagroups.multicast.wire.Route;
import org.lagroups.multicast.wire.StreamMessage.ChunkMessage;

/**
 * A receiver of a stream in one group. It takes chunks from its parent and its siblings, keeps
 * those that are sound, and passes them on as their route says.
 */
public final class Member {

  /** In file mode a chunk is asked for when it is so late that its tree is not merely slow. */
  private static final long FILE_PATIENCE_NANOS = 4_000_000_000L;

  private static final double LIVE_PATIENCE = 0.4;

  private final Wiring wiring;
  private final RelaySettings settings;
  private final ChunkStore store;
  private final Function<SealedChunk, ChunkCheck> check;
  private final MemberListener listener;
  private final Siblings siblings;
  private final SequenceSet had;
  private final Outbox outbox;
  private final Fetcher fetcher;
  private final Answers answers;
  private final Reporting reporting;
  private final Overdue due;
  private final Overdue late;
  private final RateMeter arrivals;
  private final HoldUps holdUps;
  private boolean hasBegun;
  private long servedNanos;
  private boolean knowsEnd;
  private OptionalLong end = OptionalLong.empty();
  private long taken;
  private long takenBytes;
  private long givenUp;
  private long belated;
  private long refused;

  /**
   * A member that has all chunks below {@code below} already.
   *
   * @param check whether the publisher has signed a chunk
   */
  public Member(
      Wiring wiring,
      NodeId parent,
      RelaySettings settings,
      ChunkStore store,
      long below,
      Function<SealedChunk, ChunkCheck> check,
      MemberListener listener) {
    long now = wiring.now();
    this.wiring = wiring;
    this.settings = settings;
    this.store = store;
    this.check = check;
    this.listener = listener;
    this.siblings = new Siblings(wiring.self(), parent, now);
    this.had = new SequenceSet(below);
    this.outbox =
        new Outbox(wiring::chunk, wiring.uplink(), settings.chunkBytes(), settings.isLive(), now);
    this.fetcher = new Fetcher(wiring, siblings, had);
    this.answers = new Answers(wiring, store, outbox);
    this.reporting = new Reporting(wiring, siblings, outbox, settings.isLive());
    long latency = settings.latencyMillis() * 1_000_000;
    this.due =
        new Overdue(settings.isLive() ? (long) (LIVE_PATIENCE * latency) : FILE_PATIENCE_NANOS);
    this.late = new Overdue(latency);
    this.arrivals = new RateMeter(now);
    this.holdUps = new HoldUps(now, latency);
    this.servedNanos = now;
    this.hasBegun = !settings.isLive();
    if (wiring.isLinked(parent)) {
      outbox.linkUp(parent);
    }
  }

  /** This chunk is there as well, from before a restart; before anything comes. */
  public void hasAlready(long sequence) {
    had.add(sequence);
  }

  /** Whether something else that this node sends comes before what its siblings get. */
  public void giveWay(boolean gives) {
    outbox.giveWay(gives);
  }

  /** From whom the stream comes. */
  public NodeId parent() {
    return siblings.parent().node();
  }

  /** All chunks below this are there, or given up. */
  public long below() {
    return had.below();
  }

  /** Whether it has every chunk of a stream that has ended. */
  public boolean isComplete() {
    return end.isPresent() && had.below() >= end.getAsLong();
  }

  /** Whether it is known where the stream begins for this member; in file mode it always is. */
  public boolean hasBegun() {
    return hasBegun;
  }

  /** Whether a chunk is there, or was given up. */
  public boolean has(long sequence) {
    return had.has(sequence);
  }

  /** The first sequence from {@code from} on that is neither there nor given up. */
  public long nextMissing(long from) {
    return had.nextMissing(from);
  }

  /** Nothing is there from this sequence on. */
  public long end() {
    return had.end();
  }

  /** Belongs to the group of another parent from now on, and goes on from where it is. */
  public void follow(NodeId parent) {
    long now = wiring.now();
    siblings.follow(parent, now);
    outbox.keepOnly(parent::equals);
    if (!outbox.isLinked(parent) && wiring.isLinked(parent)) {
      outbox.linkUp(parent);
    }
    fetcher.forgetAll();
    knowsEnd = false;
    servedNanos = now;
    reporting.soon();
  }

  /**
   * For how long the parent has neither brought a chunk that is new, nor said that there is none.
   */
  public long starvedNanos() {
    return wiring.now() - servedNanos;
  }

  /** What a neighbour sends here, in bytes per second; empty if it is none, or sends nothing. */
  public OptionalLong receivedBytesPerSecond(NodeId node) {
    Neighbour neighbour = siblings.find(node);
    long rate = neighbour == null ? 0 : neighbour.bytesPerSecond(wiring.now());
    return rate > 0 ? OptionalLong.of(rate) : OptionalLong.empty();
  }

  /** What each neighbour sends here that sends anything, in bytes per second. */
  public Map<NodeId, Long> receivedBytesPerSecond() {
    long now = wiring.now();
    Map<NodeId, Long> rates = new TreeMap<>();
    for (Neighbour neighbour : siblings.all()) {
      long rate = neighbour.bytesPerSecond(now);
      if (rate > 0) {
        rates.put(neighbour.node(), rate);
      }
    }
    return rates;
  }

  /** The round trip to a neighbour in microseconds, without waiting; empty if unknown. */
  public OptionalLong roundTripMicros(NodeId node) {
    return outbox.leastRoundTripMicros(node);
  }

  /** What it passes on, in bytes per second, and what its uplink could if that was full. */
  public double sentBytesPerSecond() {
    long now = wiring.now();
    return Math.max(outbox.bytesPerSecond(now), outbox.capacity(now).orElse(0));
  }

  /** A chunk has come, as a message that was encoded like this. */
  public void onChunk(NodeId from, ChunkMessage message, Bytes encoded) {
    Neighbour sender = siblings.find(from);
    if (sender == null) {
      return;
    }
    long now = wiring.now();
    long sequence = message.sealed().chunk().sequence();
    if (sender.got(now, sequence, encoded.length())) {
      wiring.tell(from, sender.acknowledge(wiring.stream()));
    }
    boolean isNew = !had.has(sequence);
    belated += isNew ? 0 : 1;
    // A parent may send a chunk once more for the sake of others; nobody else has a reason to.
    // However late, a chunk may be the first to tell where the stream ends.
    boolean tellsEnd = end.isEmpty() && message.sealed().proof().isLastBatch();
    boolean isWanted = isNew ? had.reaches(sequence) : siblings.isParent(from) || tellsEnd;
    if (!isWanted) {
      return;
    }
    switch (check.apply(message.sealed())) {
      case ChunkCheck.Accepted _ -> accept(now, message, encoded, isNew);
      case ChunkCheck.Refused bad -> refuse(sender, bad);
    }
  }

  /** A roster has come; only the parent's counts. */
  public void onRoster(NodeId from, Roster roster) {
    if (!siblings.isParent(from)) {
      return;
    }
    siblings.take(roster, wiring.now());
    outbox.keepOnly(peer -> siblings.find(peer) != null);
    for (Neighbour neighbour : siblings.all()) {
      if (!outbox.isLinked(neighbour.node()) && wiring.isLinked(neighbour.node())) {
        outbox.linkUp(neighbour.node());
      }
    }
    reporting.soon();
  }

  /** A parent or sibling says how it goes. */
  public void onReport(NodeId from, Report report) {
    Neighbour neighbour = siblings.find(from);
    if (neighbour == null) {
      return;
    }
    neighbour.reported(report);
    if (siblings.isParent(from)) {
      exists(report.held());
      if (had.below() >= report.held().end()) {
        servedNanos = wiring.now();
      }
    }
  }

  /** A neighbour asks for chunks. */
  public void onWant(NodeId from, Want want) {
    Neighbour neighbour = siblings.find(from);
    if (neighbour != null && neighbour.wants().take(wiring.now())) {
      answers.answer(from, want, had::has);
    }
  }

  /** A neighbour says what has come. */
  public void onProgress(NodeId from, Progress progress) {
    outbox.arrived(wiring.now(), from, progress.latest(), progress.atNanos());
  }

  /** Sends nothing any more. */
  public void close() {
    outbox.close();
  }

  /** A link is there. */
  public void onLinkUp(NodeId peer) {
    if (siblings.find(peer) != null) {
      outbox.linkUp(peer);
      reporting.soon();
    }
  }

  /** A link is gone. */
  public void onLinkDown(NodeId peer) {
    outbox.linkDown(peer);
    fetcher.forget(peer);
    Neighbour neighbour = siblings.find(peer);
    if (neighbour != null) {
      neighbour.lost();
      reporting.soon();
    }
  }

  /** To be called every {@link RelaySettings#TICK_MILLIS} or so. */
  public void tick() {
    long now = wiring.now();
    outbox.work(now);
    for (Neighbour neighbour : siblings.all()) {
      if (neighbour.hasUnacknowledged()) {
        wiring.tell(neighbour.node(), neighbour.acknowledge(wiring.stream()));
      }
    }
    if (!holdUps.tick(now) && settings.isLive()) {
      giveUpBelow(late.below(now));
    }
    fetcher.work(now, due.below(now));
    reporting.work(now, had.held(), store.lowest());
  }

  /** Counters. */
  public RelayStatistics statistics() {
    long now = wiring.now();
    return new RelayStatistics(
        outbox.sentChunks(),
        outbox.sentBytes(),
        answers.answered(),
        outbox.dropped(),
        taken,
        takenBytes,
        fetcher.missed(),
        givenUp,
        belated,
        refused,
        outbox.bytesPerSecond(now) * 8 / 1e6,
        arrivals.bytesPerSecond(now) * 8 / 1e6,
        outbox.capacity(now).orElse(0) * 8 / 1e6,
        outbox.roundTripMillis());
  }

  private void accept(long now, ChunkMessage message, Bytes encoded, boolean isNew) {
    SealedChunk sealed = message.sealed();
    long sequence = sealed.chunk().sequence();
    if (sealed.proof().isLastBatch()) {
      end = OptionalLong.of(sealed.proof().batchEnd());
    }
    if (isNew) {
      begin(sequence);
      servedNanos = now;
      takenBytes += sealed.chunk().payload().length();
      taken++;
      arrivals.add(now, encoded.length());
      store.put(sealed);
      fetcher.settle(sequence);
      late.exist(now, sequence + 1);
      due.exist(now, sequence + 1);
    }
    pass(now, message.route(), sequence, encoded);
    if (isNew) {
      long before = had.below();
      had.add(sequence);
      listener.taken(sealed);
      advanced(before);
    }
  }

  private void pass(long now, Route route, long sequence, Bytes encoded) {
    for (NodeId next : siblings.next(route)) {
      outbox.relay(now, next, sequence, encoded);
    }
  }

  private void refuse(Neighbour sender, ChunkCheck.Refused bad) {
    refused++;
    if (!bad.reason().isByPublisher()) {
      sender.refuse();
      listener.judged(
          new RelayVerdict(sender.node(), RelayVerdict.Reason.CORRUPTS, List.of(wiring.self())));
    }
  }

  /** The parent has sent these on: they may be missed here. */
  private void exists(Held given) {
    begin(given.end());
    due.exist(wiring.now(), given.end());
    late.exist(wiring.now(), given.end());
    // What was sent on before this member came, or while it is apart, no tree brings here.
    if (siblings.amApart() || !knowsEnd) {
      knowsEnd = true;
      due.isDue(given.end());
    }
  }

  /** Who comes to a live stream begins where it is. */
  private void begin(long sequence) {
    if (!hasBegun) {
      hasBegun = true;
      skipTo(sequence);
    }
  }

  private void giveUpBelow(long sequence) {
    for (long next = had.nextMissing(had.below());
        next < sequence && next < had.end();
        next = had.nextMissing(next + 1)) {
      givenUp++;
    }
    givenUp += Math.max(0, sequence - Math.max(had.end(), had.below()));
    skipTo(sequence);
    outbox.forgetBelow(sequence);
  }

  private void skipTo(long sequence) {
    long before = had.below();
    had.addBelow(sequence);
    advanced(before);
  }

  private void advanced(long before) {
    if (had.below() > before) {
      listener.advanced(had.below());
    }
  }
}
