package org.lagroups.wormguard.engine;

/** What rules want done with a packet. */
public enum Verdict {
  /** No rule says. */
  NOTHING,
  /** To let it through: a pass rule holds, or held for its flow. */
  PASS,
  /** To drop it. */
  DROP,
  /** To drop it, and to tell both ends. */
  REJECT
}
