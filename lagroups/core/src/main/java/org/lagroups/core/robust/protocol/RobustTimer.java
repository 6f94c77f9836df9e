package org.lagroups.core.robust.protocol;

/** The timers of {@link RobustMachine}. */
public enum RobustTimer {
  /** Some group's view has changed. */
  LOOK,
  /** Some group's agreement has something to do. */
  AGREE
}
