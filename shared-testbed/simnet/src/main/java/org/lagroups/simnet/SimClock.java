package org.lagroups.simnet;

import java.time.Duration;
import org.lagroups.simnet.engine.Engine;

/** The wall clock of a node: it may be wrong, run fast or slow, and be set. */
public final class SimClock {

  private final Engine engine;
  private final long originMillis;
  private long anchorNanos;
  private double offsetNanos;
  private double driftPartsPerMillion;

  SimClock(Engine engine, long originMillis) {
    this.engine = engine;
    this.originMillis = originMillis;
  }

  /** What the node takes for the time, in milliseconds since 1970-01-01 UTC. */
  public long wallMillis() {
    return originMillis + Math.floorDiv(engine.nowNanos() + (long) offset(), 1_000_000L);
  }

  /** Sets the clock forward, or back by a negative duration. */
  public void step(Duration by) {
    offsetNanos += by.toNanos();
  }

  /**
   * From now on, runs fast by so many microseconds a second, or slow if negative. An ordinary
   * quartz is wrong by some 50.
   */
  public void drift(double partsPerMillion) {
    offsetNanos = offset();
    anchorNanos = engine.nowNanos();
    driftPartsPerMillion = partsPerMillion;
  }

  /** How far the clock is ahead of the true time. */
  public Duration error() {
    return Duration.ofNanos((long) offset());
  }

  private double offset() {
    return offsetNanos + (engine.nowNanos() - anchorNanos) * driftPartsPerMillion / 1e6;
  }
}
