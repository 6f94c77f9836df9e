package org.lagroups.core.monitor.vote;

/** What became of an answer. */
public enum Ballot {
  /** It counts. */
  COUNTED,
  /** The question is not open, or was not put to this node. */
  NOT_ASKED,
  /** This node has answered already; its first answer counts. */
  TWICE,
  /** Longer than {@link VotingMonitor#MAX_ANSWER_BYTES}: it does not count. */
  TOO_LONG
}
