package org.lagroups.multicast.relay.parent;

/**
 * What an uplink is taken for, in bytes per second. What was measured while it was full counts. An
 * uplink that was not full is taken for more, as long as all that was planned goes through it. One
 * whose node has a cap is taken for that at once, and never for more.
 */
final class UplinkEstimate {

  private static final double PROBE = 1.5;

  /** A part of the plan that is as good as all of it. */
  private static final double MOST = 0.8;

  /** No uplink is taken for more than so many times what it has carried. */
  private static final double MAX_TRUST = 2;

  private static final double WEIGHT = 0.3;

  private static final double GREATEST = 1.25e9;
  private static final double LEAST = 1_000;
  private static final long CONFIRMED_NANOS = 5_000_000_000L;

  private double value;
  private double most = GREATEST;
  private double sent;
  private boolean isConfirmed;
  private long confirmedNanos;

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
      confirmedNanos = nowNanos;
    } else if (sentNow > value) {
      value = Math.min(sentNow, most);
    }
  }

  /**
   * Compares it with what was planned, once a second or so. It is taken for more if it carries that
   * and was not full lately, and for less if it does not although there was something to carry.
   *
   * @param planned what it should carry, in bytes per second
   * @param isLimit whether chunks were held back since what was on its way took too long
   */
  void compare(long nowNanos, double planned, boolean isLimit) {
    boolean wasFull = isConfirmed && nowNanos - confirmedNanos < CONFIRMED_NANOS;
    if (wasFull || planned <= 0) {
      return;
    }
    if (sent >= MOST * planned) {
      value = Math.min(most, Math.max(value, Math.min(value * PROBE, sent * MAX_TRUST)));
    } else if (isLimit) {
      value = Math.max(LEAST, (1 - WEIGHT) * value + WEIGHT * sent * PROBE);
    }
  }
}
