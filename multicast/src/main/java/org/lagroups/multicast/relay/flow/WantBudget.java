package org.lagroups.multicast.relay.flow;

/** How often one peer may ask for chunks; what is more is not answered. */
public final class WantBudget {

  /** How many times a second. */
  public static final int PER_SECOND = 40;

  private static final long COST_NANOS = 1_000_000_000 / PER_SECOND;

  /** As much as a whole second may come at once. */
  private static final long MAX_NANOS = 1_000_000_000;

  private long credit = MAX_NANOS;
  private long lastNanos;

  public WantBudget(long nowNanos) {
    this.lastNanos = nowNanos;
  }

  /** Takes one; false if there is none left. */
  public boolean take(long nowNanos) {
    credit = Math.min(MAX_NANOS, credit + nowNanos - lastNanos);
    lastNanos = nowNanos;
    if (credit < COST_NANOS) {
      return false;
    }
    credit -= COST_NANOS;
    return true;
  }
}
