package org.lagroups.core.monitor;

import java.util.random.RandomGenerator;

/**
 * Decides, for one peer, when to send it a beat and whether it is up. Knows of time only what it is
 * told, in nanoseconds.
 *
 * <p>While the peer is up, one beat goes out per interval, and each of the peer's beats carries the
 * echo of ours. When no fresh echo comes for longer than an interval, the peer is suspected, and
 * gets probes in quick succession; after {@link PulseTiming#PROBES} without an answer it is down. A
 * lost link is suspicious at once, and is down after an interval. A peer with which there was no
 * link yet is still being dialled, and is down only after {@link PulseTiming#INTERVALS_TO_LINK}. A
 * peer that is down is probed once per interval. Two fresh echoes without a miss between them make
 * it up.
 */
final class Pulse {

  /** So many fresh echoes in a row, and the peer is up. */
  static final int ECHOES_TO_COME_UP = 2;

  private static final long NEVER = Long.MAX_VALUE;

  private final RandomGenerator random;
  private final RoundTripEstimator roundTrip;
  private PulseTiming timing;
  private Liveness liveness = Liveness.UNKNOWN;
  private boolean linked;
  private boolean everLinked;
  private boolean suspected = true;
  private int unanswered;
  private int freshInRow;
  private boolean shifted;
  private long suspectedAt;
  private long unlinkedAt;
  private long freshAt;
  private long nextBeatAt;

  Pulse(
      RandomGenerator random,
      RoundTripEstimator roundTrip,
      PulseTiming timing,
      boolean linked,
      long now) {
    this.random = random;
    this.roundTrip = roundTrip;
    this.timing = timing;
    this.linked = linked;
    this.everLinked = linked;
    this.suspectedAt = now;
    this.unlinkedAt = now;
    this.freshAt = now;
    this.nextBeatAt = now;
  }

  Liveness liveness() {
    return liveness;
  }

  /** Whether the next beat asks for an answer at once. */
  boolean isProbing() {
    return suspected || liveness != Liveness.UP;
  }

  void setTiming(PulseTiming changed, long now) {
    timing = changed;
    nextBeatAt = Math.min(nextBeatAt, now + timing.gap(random));
  }

  void linkUp(long now) {
    linked = true;
    if (!everLinked) {
      everLinked = true;
      suspectedAt = now;
    }
    unanswered = 0;
    nextBeatAt = now;
  }

  void linkDown(long now) {
    linked = false;
    unlinkedAt = now;
    freshInRow = 0;
    suspect(now);
  }

  /** An echo came that proves both directions. */
  void freshEcho(long now) {
    freshAt = now;
    unanswered = 0;
    freshInRow++;
    if (liveness == Liveness.UP || freshInRow >= ECHOES_TO_COME_UP) {
      // The peer's answer was its beat: ours is best half an interval later.
      nextBeatAt = isProbing() ? now + timing.gap(random) / 2 : nextBeatAt;
      liveness = Liveness.UP;
      suspected = false;
    } else {
      nextBeatAt = liveness == Liveness.UNKNOWN ? now : now + timing.probeSpacing(roundTrip);
    }
  }

  /**
   * A beat came. Ours is best sent half an interval later: then each of the peer's carries an echo
   * that is new. It is moved there in small steps, one for each beat that we send.
   */
  void heard(long now) {
    if (!isProbing() && !shifted) {
      shifted = true;
      nextBeatAt += timing.shift(now + timing.intervalNanos() / 2 - nextBeatAt);
    }
  }

  /** Takes note of the time that has passed; to be called when {@link #dueAt} has come. */
  void advance(long now) {
    if (liveness == Liveness.UP && now >= silentAt()) {
      suspect(now);
    }
    if (suspected && now >= downAt()) {
      liveness = Liveness.DOWN;
      suspected = false;
      freshInRow = 0;
      nextBeatAt = now + timing.gap(random);
    }
  }

  /** Whether a beat is to be sent now. */
  boolean isBeatDue(long now) {
    return linked && now >= nextBeatAt;
  }

  /** A beat was sent. */
  void beatSent(long now) {
    shifted = false;
    if (isProbing()) {
      freshInRow = unanswered > 0 ? 0 : freshInRow;
      unanswered++;
      boolean quick = suspected || freshInRow > 0;
      nextBeatAt = now + (quick ? timing.probeSpacing(roundTrip) : timing.gap(random));
    } else {
      nextBeatAt = now + timing.gap(random);
    }
  }

  /** An answer was sent, which does as well as a beat. */
  void answered(long now) {
    if (!isProbing()) {
      beatSent(now);
    }
  }

  /** When to look again. */
  long dueAt() {
    long beat = linked ? nextBeatAt : NEVER;
    long silent = liveness == Liveness.UP ? silentAt() : NEVER;
    return Math.min(beat, Math.min(silent, suspected ? downAt() : NEVER));
  }

  private void suspect(long now) {
    if (liveness == Liveness.UP && !suspected) {
      suspected = true;
      suspectedAt = now;
      unanswered = 0;
      nextBeatAt = now;
    }
  }

  private long silentAt() {
    return suspected ? NEVER : freshAt + timing.silence(roundTrip);
  }

  private long downAt() {
    if (!everLinked) {
      return suspectedAt + timing.longestDial();
    }
    long latest = suspectedAt + timing.longestSuspicion(roundTrip);
    if (!linked) {
      return Math.min(latest, unlinkedAt + timing.intervalNanos());
    }
    return unanswered < PulseTiming.PROBES ? latest : Math.min(latest, nextBeatAt);
  }
}
