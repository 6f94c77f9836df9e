package org.lagroups.core.monitor.ask;

/** Why a message was dropped. */
public enum QuestionDrop {
  /** Not a message of this protocol. */
  MALFORMED,
  /** A question that this node does not ask itself. */
  NOT_ON_THE_LIST,
  /** Its sender has asked too often. */
  OVER_BUDGET
}
