package org.lagroups.core.monitor;

import java.util.function.Consumer;

/**
 * The simplest test: a node passes while it answers heartbeats. What it measures is the round-trip
 * time. A {@link Verdict.Pass} is repeated when that {@linkplain LargeChange has changed a lot}
 * since it was last told, at most once in {@link #SAMPLES_BETWEEN_PASSES} measurements.
 */
public final class HeartbeatMonitor implements Monitor {

  /** Beats per T_a. */
  public static final int BEATS_PER_VALIDITY = 12;

  /** About as many measurements as beats go with one refresh of the attestation. */
  static final int SAMPLES_BETWEEN_PASSES = BEATS_PER_VALIDITY / 3;

  private final HeartbeatMachine heartbeats;

  public HeartbeatMonitor(HeartbeatMachine heartbeats) {
    this.heartbeats = heartbeats;
  }

  @Override
  public OngoingTest start(Subject subject, Consumer<Verdict> onChange) {
    return new HeartbeatTest(heartbeats, subject, onChange);
  }
}
