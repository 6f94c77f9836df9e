package org.lagroups.wormguard.cooperate.wire;

/** Why bytes are not a message. */
public enum WireRefusal {
  /** Not the one canonical encoding of a message. */
  MALFORMED,
  /** An ID or a proof of wrong length. */
  BAD_ID,
  /** More of something than one message may have, or nothing at all. */
  TOO_MANY,
  /** IDs that are not in their order, or twice. */
  BAD_ORDER,
  /** A record that is none, or of another group. */
  BAD_RECORD,
  /** An expiry or an offset below 0. */
  BAD_NUMBER
}
