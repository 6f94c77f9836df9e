package org.lagroups.core.monitor.battery;

/** The timers of {@link ProbeMachine}. */
enum ProbeTimer {
  /** To ask everyone again. */
  ASK,
  /** To give the answers that a slow node has put off. */
  ANSWER
}
