package org.lagroups.multicast.relay.held;

import org.lagroups.multicast.relay.RelaySettings;

/**
 * Notices that this node itself was held up, as by other work on its loop or a machine that slept.
 * Then nothing is to be concluded from what has not come: it may well be there, and nobody has
 * looked at it yet.
 */
public final class HoldUps {

  /** A tick that is later than this was held up. */
  private static final long LATE_NANOS = 4 * RelaySettings.TICK_MILLIS * 1_000_000;

  /** So many ticks in time, and all that came meanwhile has been looked at. */
  private static final int CALM_TICKS = 2;

  private final long patienceNanos;
  private long tickedNanos;
  private long sinceNanos;
  private int ticksInTime = CALM_TICKS;

  /** Who is held up all the time does not wait for ever: for {@code patienceNanos} at most. */
  public HoldUps(long nowNanos, long patienceNanos) {
    this.tickedNanos = nowNanos;
    this.patienceNanos = patienceNanos;
  }

  /** To be called at each tick; whether conclusions have to wait. */
  public boolean tick(long nowNanos) {
    boolean isLate = nowNanos - tickedNanos > LATE_NANOS;
    boolean wasCalm = ticksInTime >= CALM_TICKS;
    tickedNanos = nowNanos;
    if (isLate && wasCalm) {
      sinceNanos = nowNanos;
    }
    ticksInTime = isLate ? 0 : ticksInTime + (wasCalm ? 0 : 1);
    return ticksInTime < CALM_TICKS && nowNanos - sinceNanos < patienceNanos;
  }
}
