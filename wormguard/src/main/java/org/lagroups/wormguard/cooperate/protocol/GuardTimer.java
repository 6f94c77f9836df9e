package org.lagroups.wormguard.cooperate.protocol;

/** The timers of {@link GuardMachine}. */
public enum GuardTimer {
  /** What is due every second, or when an endorsement ends before. */
  TICK,
  /** Shares that have come are checked together, and what is new is told. */
  SOON
}
