package org.lagroups.core.monitor;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.lagroups.machine.NodeId;

/** What a {@link HeartbeatMachine} knows of one peer that it watches. */
final class WatchedPeer {

  /** An echo of a beat sent longer ago than this says nothing about now. */
  static final long MAX_ROUND_TRIP_NANOS = 10_000_000_000L;

  /** Clocks of two machines run at the same rate within a thousandth, and no tick is longer. */
  private static final long CLOCK_TICK_NANOS = 1_000_000;

  private static final long CLOCK_RATE_ERROR = 1_000;

  /** Three bytes on the wire. */
  private static final int MAX_FIRST_COUNTER = 1 << 20;

  private final NodeId id;
  private final RoundTripEstimator roundTrip = new RoundTripEstimator();
  private final SentBeats sent;
  private final Pulse pulse;
  private final List<PeerWatch> watches = new ArrayList<>();
  private long heardCounter = Beat.NONE;
  private long heardAt;
  private Liveness reported = Liveness.UNKNOWN;
  private long queuedFor;

  WatchedPeer(NodeId id, RandomGenerator random, PulseTiming timing, boolean linked, long now) {
    this.id = id;
    this.sent = new SentBeats(random.nextInt(MAX_FIRST_COUNTER));
    this.pulse = new Pulse(random, roundTrip, timing, linked, now);
    this.queuedFor = pulse.dueAt();
  }

  NodeId id() {
    return id;
  }

  Pulse pulse() {
    return pulse;
  }

  Optional<RoundTrip> roundTrip() {
    return roundTrip.current();
  }

  List<PeerWatch> watches() {
    return watches;
  }

  /** The time under which the peer stands in the queue; unlike {@link Pulse#dueAt} it stays. */
  long queuedFor() {
    return queuedFor;
  }

  void updateQueuedFor() {
    queuedFor = pulse.dueAt();
  }

  /** The shortest interval that any of the watches wants. */
  PulseTiming wantedTiming() {
    return new PulseTiming(
        watches.stream().mapToLong(PeerWatch::intervalNanos).min().orElse(Long.MAX_VALUE / 4));
  }

  /** The next beat to send, as of now. */
  Beat nextBeat(boolean wantsReply, long now) {
    long delayMicros =
        heardCounter == Beat.NONE
            ? 0
            : Math.min((now - heardAt) / 1_000, Beat.MAX_ECHO_DELAY_MICROS);
    return new Beat(sent.next(now), heardCounter, delayMicros, wantsReply);
  }

  /**
   * Takes a beat from the peer.
   *
   * @return the new measurement, if it echoes one of ours for the first time
   */
  Echo receive(Beat beat, long now) {
    if (beat.counter() != Beat.NONE) {
      heardCounter = beat.counter();
      heardAt = now;
    }
    Echo echo = examine(beat, now);
    if (echo == Echo.FRESH) {
      sent.echoed(beat.echoedCounter());
      roundTrip.add(Math.max(0, roundTripNanos(beat, now)));
      pulse.freshEcho(sent.sentAtNanos(beat.echoedCounter()), now);
    }
    return echo;
  }

  /**
   * Whether the peer had heard our latest beat when it sent this one. If so, it may go on asking;
   * otherwise both do, because one of the two directions is bad or the two beats have crossed.
   */
  boolean hasHeardLatest(Beat beat) {
    return sent.isLatest(beat.echoedCounter());
  }

  /** Whether the liveness has changed since this was called last. */
  boolean takeLivenessChange() {
    boolean changed = reported != pulse.liveness();
    reported = pulse.liveness();
    return changed;
  }

  private Echo examine(Beat beat, long now) {
    long counter = beat.echoedCounter();
    if (counter == Beat.NONE) {
      return Echo.STALE;
    }
    if (!sent.wasSent(counter)) {
      return Echo.IMPOSSIBLE;
    }
    if (!sent.isFresh(counter)) {
      return Echo.STALE;
    }
    long passed = now - sent.sentAtNanos(counter);
    long roundTripNanos = roundTripNanos(beat, now);
    if (roundTripNanos < -(CLOCK_TICK_NANOS + passed / CLOCK_RATE_ERROR)) {
      return Echo.IMPOSSIBLE;
    }
    return roundTripNanos > MAX_ROUND_TRIP_NANOS ? Echo.STALE : Echo.FRESH;
  }

  private long roundTripNanos(Beat beat, long now) {
    return now - sent.sentAtNanos(beat.echoedCounter()) - beat.echoDelayMicros() * 1_000;
  }

  /** What an echo is worth. */
  enum Echo {
    /** It proves that both directions work. */
    FRESH,
    /** There is none, or it is of a beat too long ago or echoed before. */
    STALE,
    /** It is of a beat that was never sent, or claims to have taken less than no time. */
    IMPOSSIBLE
  }
}
