package org.lagroups.wormguard.runtime.gate;

import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends the process when a bridge makes no progress: what the network does without a guard is then
 * what was configured, and who supervises the process starts another.
 */
public final class Watchdog {

  private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
  private static final long CHECK_MILLIS = 500;

  private final Bridge bridge;
  private final Runnable end;
  private final long mostNanos;

  /**
   * For one bridge.
   *
   * @param mostMillis how long there may be no progress
   * @param end ends the process at once
   */
  public Watchdog(Bridge bridge, long mostMillis, Runnable end) {
    this.bridge = bridge;
    this.end = end;
    this.mostNanos = TimeUnit.MILLISECONDS.toNanos(mostMillis);
  }

  /** Watches from now on, in a thread of its own, which ends with the process. */
  public void start() {
    Thread.ofPlatform().daemon().name("guard-watchdog").start(this::watch);
  }

  private void watch() {
    long beats = bridge.beats();
    long since = System.nanoTime();
    while (!bridge.isStopped()) {
      try {
        Thread.sleep(CHECK_MILLIS);
      } catch (InterruptedException _) {
        Thread.currentThread().interrupt();
        return;
      }
      long now = bridge.beats();
      if (now != beats || bridge.isStopped()) {
        beats = now;
        since = System.nanoTime();
      } else if (System.nanoTime() - since > mostNanos) {
        LOG.error("the bridge has made no progress for too long: the guard ends itself");
        end.run();
        return;
      }
    }
  }
}
