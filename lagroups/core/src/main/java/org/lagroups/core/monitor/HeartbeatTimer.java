package org.lagroups.core.monitor;

/** The timers of {@link HeartbeatMachine}. */
public enum HeartbeatTimer {
  /** Some peer is due: to be sent a beat, or to be found silent. */
  DUE
}
