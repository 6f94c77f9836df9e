package org.lagroups.core.monitor;

/** Why a beat was dropped, in whole or in part. */
public enum BeatDrop {
  /** Not a message of this protocol. */
  MALFORMED,
  /** It echoes a beat that was never sent, or a delay longer than the time passed. */
  IMPOSSIBLE_ECHO,
  /** It wants an answer, but its sender has asked too often. */
  OVER_BUDGET
}
