package org.lagroups.multicast.relay.parent;

/**
 * What an uplink is taken for, in bytes per second. What was measured while it was full counts. An
 * uplink that was not full is taken for more, as long as all that was planned goes through it. One
 * whose node has a cap is taken for that at once, and never for more.
 */
final class UplinkEstimate {

  /** A part of the plan that is as good as all of it. */
  private static final double MOST = 0.8;

  /** An uplink that may carry more is taken for so many times what it has carried. */
  private static final double PROBE = 2;

  private static final double GREATEST = 1.25e9;
  private static final double LEAST = 1_000;

  /** For so long after it was full it is not taken for more. */
  private static final long FULL_NANOS = 5_000_000_000L;

  private double value;
  private double most = GREATEST;
  private double sent;
  private boolean isConfirmed;
  private boolean hasBeenFull;
  private long fullNanos;

  UplinkEstimate(double first) {
    this.value = first;
  }

  double bytesPerSecond() {
    return value;
  }

  /**
   * What its node sends at most, by its own word; 0 if it has no cap. An uplink that was as good as
   * its cap is as good as the next one, until it shows that it is not.
   */
  void capped(double cap) {
    boolean isFirst = cap > 0 && most == GREATEST && !isConfirmed;
    boolean wasLimit = most < GREATEST && value >= most;
    most = cap > 0 ? Math.clamp(cap, LEAST, GREATEST) : GREATEST;
    value = (isFirst || wasLimit) && cap > 0 ? most : Math.min(value, most);
  }

  /**
   * Takes a measurement.
   *
   * @param capacity what it carried while it was full; 0 if it was not
   * @param sentNow what it carries
   */
  void measured(long nowNanos, double capacity, double sentNow) {
    sent = sentNow;
    if (capacity > 0) {
      value = Math.clamp(capacity, LEAST, most);
      isConfirmed = true;
      full(nowNanos);
    } else if (sentNow > value) {
      value = Math.min(sentNow, most);
    }
  }

  /** It is full now: what it carries is about to be known. */
  void full(long nowNanos) {
    fullNanos = nowNanos;
    hasBeenFull = true;
  }

  /**
   * Compares it with what was planned, once a second or so. It is taken for more if it carries that
   * and was not full lately.
   *
   * @param planned what it should carry, in bytes per second
   */
  void compare(long nowNanos, double planned) {
    boolean wasFull = hasBeenFull && nowNanos - fullNanos < FULL_NANOS;
    if (!wasFull && planned > 0 && sent >= MOST * planned) {
      value = Math.min(most, Math.max(value, PROBE * Math.min(value, sent)));
    }
  }
}
