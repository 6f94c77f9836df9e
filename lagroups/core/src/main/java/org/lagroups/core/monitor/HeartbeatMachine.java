package org.lagroups.core.monitor;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.limit.Rate;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.Delivery;
import org.lagroups.machine.Environment;
import org.lagroups.machine.Machine;
import org.lagroups.machine.NodeId;
import org.lagroups.machine.ProtocolId;

/**
 * Finds out which peers answer, and how fast: one protocol for all groups of a node.
 *
 * <p>Once per interval one end of a link asks and the other answers, so that one datagram each way
 * proves both directions to both and measures the round-trip time (see {@link Pulse} for when a
 * peer is up or down). The answer leaves at once, and with it, in one packet, the transport's
 * acknowledgement of the question. A peer that is not watched is sent nothing, except answers when
 * it asks for them: who tests this node before this node tests it has to get on.
 *
 * <p>With 5% of datagrams lost each way, a probe stays without an answer with probability 1 -
 * 0.95&sup2; = 0.0975. An interval then ends in a false alarm with less than 0.0975 (to be
 * suspected) times 0.0975 to the sixth (no probe answered), that is 8.4 in 10<sup>8</sup>: at T_a =
 * 60 s, one in 16,000 hours for one peer. A peer that dies is down after at most 1.2 intervals, the
 * usual answer time and six sixths of an interval: 11 s at T_a = 60 s. One whose host sees a
 * connection end is down after six probes at 50 ms or the usual answer time.
 */
public final class HeartbeatMachine implements Machine<HeartbeatTimer> {

  /** The protocol's number on a link. */
  public static final ProtocolId PROTOCOL = new ProtocolId(2);

  /** The shortest interval in milliseconds. */
  public static final long MIN_INTERVAL_MILLIS = 20;

  /** What each peer gets answered: enough for probes at the shortest T_a. */
  static final Rate ANSWERS = new Rate(100, 100);

  private static final long NANOS_PER_MILLI = 1_000_000;

  private final Environment<HeartbeatTimer> environment;
  private final Map<NodeId, WatchedPeer> peers = new HashMap<>();
  private final TreeSet<WatchedPeer> queue =
      new TreeSet<>(
          Comparator.comparingLong(WatchedPeer::queuedFor).thenComparing(WatchedPeer::id));
  private final PeerBuckets answers = new PeerBuckets(ANSWERS);
  private final Map<BeatDrop, Long> dropped = new EnumMap<>(BeatDrop.class);
  private long timerAt = Long.MAX_VALUE;
  private long sent;
  private long sentBytes;
  private long received;
  private long receivedBytes;
  private long wentDown;

  public HeartbeatMachine(Environment<HeartbeatTimer> environment) {
    this.environment = environment;
  }

  /**
   * Begins to watch a peer. Several parties may watch the same one; the shortest interval counts.
   * Whether there is a link to it is others' business.
   *
   * @param intervalMillis between two beats, {@link #MIN_INTERVAL_MILLIS} or more
   * @param listener called with what changes from now on, never from within this call
   * @throws IllegalArgumentException if the interval is too short, or the peer is this node
   */
  public Watch watch(NodeId peer, long intervalMillis, HeartbeatListener listener) {
    if (intervalMillis < MIN_INTERVAL_MILLIS) {
      throw new IllegalArgumentException("an interval is 20 ms or more, not " + intervalMillis);
    }
    if (peer.equals(environment.self())) {
      throw new IllegalArgumentException("a node does not watch itself");
    }
    long now = environment.elapsedNanos();
    long intervalNanos = intervalMillis * NANOS_PER_MILLI;
    WatchedPeer watched = peers.get(peer);
    if (watched == null) {
      watched =
          new WatchedPeer(
              peer,
              environment.random(),
              new PulseTiming(intervalNanos),
              environment.isLinked(peer),
              now);
      peers.put(peer, watched);
      queue.add(watched);
    }
    PeerWatch watch = new PeerWatch(watched, intervalNanos, listener, this::unwatch);
    watched.watches().add(watch);
    watched.pulse().setTiming(watched.wantedTiming(), now);
    requeue(watched);
    setTimer(now);
    return watch;
  }

  /** What has happened so far. */
  public HeartbeatCounters counters() {
    int up = 0;
    for (WatchedPeer peer : peers.values()) {
      up += peer.pulse().liveness() == Liveness.UP ? 1 : 0;
    }
    return new HeartbeatCounters(
        peers.size(), up, sent, sentBytes, received, receivedBytes, wentDown, dropped);
  }

  @Override
  public void start() {
    // Nothing to do until somebody is watched.
  }

  @Override
  public void onMessage(NodeId from, Bytes message) {
    long now = environment.elapsedNanos();
    Optional<Beat> decoded = BeatCodec.decode(message);
    if (decoded.isEmpty()) {
      drop(BeatDrop.MALFORMED);
      return;
    }
    received++;
    receivedBytes += message.length();
    Beat beat = decoded.get();
    WatchedPeer peer = peers.get(from);
    WatchedPeer.Echo echo = peer == null ? WatchedPeer.Echo.STALE : peer.receive(beat, now);
    if (echo == WatchedPeer.Echo.IMPOSSIBLE) {
      drop(BeatDrop.IMPOSSIBLE_ECHO);
    }
    if (beat.wantsReply()) {
      answer(from, beat, now);
    }
    if (peer != null) {
      settle(peer, now);
      if (echo == WatchedPeer.Echo.FRESH) {
        tellRoundTrip(peer);
      }
    }
    setTimer(now);
  }

  @Override
  public void onTimer(HeartbeatTimer timer) {
    long now = environment.elapsedNanos();
    timerAt = Long.MAX_VALUE;
    while (!queue.isEmpty() && queue.first().queuedFor() <= now) {
      settle(queue.first(), now);
    }
    setTimer(now);
  }

  @Override
  public void onLinkUp(NodeId peer) {
    WatchedPeer watched = peers.get(peer);
    if (watched != null) {
      long now = environment.elapsedNanos();
      watched.pulse().linkUp(now);
      settle(watched, now);
      setTimer(now);
    }
  }

  @Override
  public void onLinkDown(NodeId peer) {
    WatchedPeer watched = peers.get(peer);
    if (watched != null) {
      long now = environment.elapsedNanos();
      watched.pulse().linkDown(now);
      settle(watched, now);
      setTimer(now);
    }
  }

  @Override
  public void onLinkInDoubt(NodeId peer) {
    WatchedPeer watched = peers.get(peer);
    if (watched != null) {
      long now = environment.elapsedNanos();
      watched.pulse().doubt(now);
      settle(watched, now);
      setTimer(now);
    }
  }

  /** Does what is due for a peer, and tells who watches it. */
  private void settle(WatchedPeer peer, long now) {
    Pulse pulse = peer.pulse();
    pulse.advance(now);
    if (pulse.isBeatDue(now)) {
      send(peer.id(), peer.nextBeat(true, now));
      pulse.beatSent(now);
    }
    requeue(peer);
    if (peer.takeLivenessChange()) {
      wentDown += pulse.liveness() == Liveness.DOWN ? 1 : 0;
      Liveness liveness = pulse.liveness();
      List.copyOf(peer.watches()).forEach(watch -> watch.tellLiveness(liveness));
    }
  }

  private void tellRoundTrip(WatchedPeer peer) {
    peer.roundTrip()
        .ifPresent(roundTrip ->
            List.copyOf(peer.watches()).forEach(watch -> watch.tellRoundTrip(roundTrip)));
  }

  /** A stranger's answer is not numbered: nothing is remembered of it. */
  private void answer(NodeId to, Beat beat, long now) {
    if (!answers.take(to, 1, now)) {
      drop(BeatDrop.OVER_BUDGET);
      return;
    }
    WatchedPeer peer = peers.get(to);
    if (peer == null) {
      send(to, new Beat(Beat.NONE, beat.counter(), 0, false));
    } else {
      boolean mayAskNext = peer.hasHeardLatest(beat);
      send(to, peer.nextBeat(false, now));
      if (mayAskNext) {
        peer.pulse().leaveTurn(now);
      }
    }
  }

  private void send(NodeId to, Beat beat) {
    Bytes message = BeatCodec.encode(beat);
    if (environment.send(to, Delivery.DATAGRAM, message)) {
      sent++;
      sentBytes += message.length();
    }
  }

  private void unwatch(PeerWatch watch) {
    WatchedPeer peer = watch.peer();
    peer.watches().remove(watch);
    long now = environment.elapsedNanos();
    if (peer.watches().isEmpty()) {
      peers.remove(peer.id());
      queue.remove(peer);
    } else {
      peer.pulse().setTiming(peer.wantedTiming(), now);
      requeue(peer);
    }
    setTimer(now);
  }

  private void requeue(WatchedPeer peer) {
    if (peer.queuedFor() != peer.pulse().dueAt() && queue.remove(peer)) {
      peer.updateQueuedFor();
      queue.add(peer);
    }
  }

  private void setTimer(long now) {
    long due = queue.isEmpty() ? Long.MAX_VALUE : queue.first().queuedFor();
    if (due == timerAt) {
      return;
    }
    timerAt = due;
    if (due == Long.MAX_VALUE) {
      environment.cancelTimer(HeartbeatTimer.DUE);
    } else {
      long delayNanos = Math.max(0, due - now);
      environment.setTimer(HeartbeatTimer.DUE, Math.ceilDiv(delayNanos, NANOS_PER_MILLI));
    }
  }

  private void drop(BeatDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }
}
