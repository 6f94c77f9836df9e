package org.lagroups.multicast.runtime.session;

import java.util.concurrent.TimeUnit;

/**
 * For how long who has all of a live stream stays for those who lack some of it: what they have not
 * got by then is too late for them anyway.
 */
final class Window {

  /** Who got the last chunk in time says so a little later. */
  private static final long SAYING_MILLIS = 500;

  private final long endNanos;

  private Window(long endNanos) {
    this.endNanos = endNanos;
  }

  /** One that begins now, for a stream in which a chunk may be so late. */
  static Window of(long latencyMillis) {
    return new Window(System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis(latencyMillis)));
  }

  /** How long it lasts. */
  static long millis(long latencyMillis) {
    return latencyMillis + SAYING_MILLIS;
  }

  boolean isOver() {
    return System.nanoTime() - endNanos >= 0;
  }
}
