package org.lagroups.core.monitor;

import java.util.random.RandomGenerator;

/**
 * Decides, for one peer, when to send it a beat and whether it is up. Knows of time only what it is
 * told, in nanoseconds.
 *
 * <p>While the peer is up, one beat goes out per interval. Whoever's turn it is asks, and the other
 * answers instead of asking itself: one exchange serves both directions. When no fresh echo comes
 * for longer than an interval, the peer is suspected, and gets probes in quick succession; after
 * {@link PulseTiming#PROBES} without an answer it is down. A link in doubt is tested at once, by
 * probes as quick as the path allows. A lost link is suspicious at once, and is down after an
 * interval. A peer with which there was no link yet is still being dialled, and is down only after
 * {@link PulseTiming#INTERVALS_TO_LINK}. A peer that is down is probed once per interval. Two fresh
 * echoes without a miss between them make it up.
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
  private boolean inDoubt;
  private long suspectedAt;
  private long doubtedAt;
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
    nextBeatAt = Math.min(nextBeatAt, now + gap());
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
    inDoubt = false;
    suspect(now);
  }

  /** One of the link's connections has ended: perhaps the peer has. */
  void doubt(long now) {
    if (liveness == Liveness.UP && linked && !inDoubt) {
      suspect(now);
      inDoubt = true;
      doubtedAt = now;
      unanswered = 0;
      nextBeatAt = now;
    }
  }

  /**
   * An echo came that proves both directions, unless the peer may have ended since.
   *
   * @param sentAt when that was sent of which it is the echo
   */
  void freshEcho(long sentAt, long now) {
    if (inDoubt && sentAt < doubtedAt) {
      return;
    }
    inDoubt = false;
    freshAt = now;
    unanswered = 0;
    freshInRow++;
    if (liveness == Liveness.UP || freshInRow >= ECHOES_TO_COME_UP) {
      nextBeatAt = isProbing() ? now + gap() : nextBeatAt;
      liveness = Liveness.UP;
      suspected = false;
    } else {
      nextBeatAt = liveness == Liveness.UNKNOWN ? now : now + timing.probeSpacing(roundTrip);
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
      inDoubt = false;
      freshInRow = 0;
      nextBeatAt = now + gap();
    }
  }

  /** Whether a beat is to be sent now. */
  boolean isBeatDue(long now) {
    return linked && now >= nextBeatAt;
  }

  /** A beat was sent. */
  void beatSent(long now) {
    if (isProbing()) {
      freshInRow = unanswered > 0 ? 0 : freshInRow;
      unanswered++;
      boolean quick = suspected || freshInRow > 0;
      nextBeatAt = now + (quick ? probeSpacing() : gap());
    } else {
      nextBeatAt = now + gap();
    }
  }

  /** An answer was sent, which does as well as a beat, to a peer who is to go on asking. */
  void leaveTurn(long now) {
    if (!isProbing()) {
      nextBeatAt = now + timing.turn();
    }
  }

  /** When to look again. */
  long dueAt() {
    long beat = linked ? nextBeatAt : NEVER;
    long silent = liveness == Liveness.UP ? silentAt() : NEVER;
    return Math.min(beat, Math.min(silent, suspected ? downAt() : NEVER));
  }

  private long gap() {
    return timing.gap(random, roundTrip);
  }

  private long probeSpacing() {
    if (!inDoubt) {
      return timing.probeSpacing(roundTrip);
    }
    return unanswered < PulseTiming.PROBES
        ? timing.urgentSpacing(roundTrip)
        : timing.urgentWait(roundTrip);
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
