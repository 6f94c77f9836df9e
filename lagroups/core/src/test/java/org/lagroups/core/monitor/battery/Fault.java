package org.lagroups.core.monitor.battery;

/** What is wrong with a {@link ProbingNode}. */
enum Fault {
  NONE,
  /** It answers late. */
  SLOW,
  /** It sends far more than anyone wants. */
  FLOOD,
  /** It answers otherwise than all others. */
  WRONG
}
