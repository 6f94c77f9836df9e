package org.lagroups.core.wire;

/** Why something that a peer sent was not taken. */
public enum Refusal {
  /** Longer than a message or an advertisement may be. */
  TOO_LONG,
  /** Not what the protocol's grammar allows: garbage, or cut off. */
  MALFORMED,
  /** Grammatical, but not in its one canonical encoding: unknown, repeated or misplaced fields. */
  NOT_CANONICAL,
  /** A value is missing or out of its range, or there are too many. */
  OUT_OF_RANGE,
  /** An attester speaks of itself. */
  SELF_ATTESTATION,
  /** It is about a group to which this node does not belong. */
  UNKNOWN_GROUP,
  /** It ended longer ago than clocks may differ. */
  EXPIRED,
  /** It ends later than anything issued by now may end. */
  FUTURE_DATED,
  /** Its expiry is not on the group's grid. */
  OFF_GRID,
  /** An earlier one than what is known already: replayed, or overtaken. */
  STALE,
  /** A renewal of an advertisement that is not known here. */
  UNKNOWN_BASE,
  /** Its attester says two things under one sequence, or has been proven to: it does not count. */
  EQUIVOCATION,
  /** Two statements that do not contradict each other: the same, or not under one sequence. */
  PROVES_NOTHING,
  /** A share of an endorsement is not what its signer should have signed. */
  BAD_SHARE,
  /** A share came without a good proof that its signer's key is its own. */
  UNPROVEN_KEY,
  /** Its signature is not the attester's. */
  BAD_SIGNATURE,
  /** An attester's own advertisements come faster than it may issue them. */
  TOO_SOON,
  /** The peer has used up what it may cost; that refills with time. */
  OVER_BUDGET,
  /** The peer is not in this node's view, and the message is for members. */
  NOT_IN_VIEW,
  /** The group has as many members as it may have. */
  GROUP_FULL
}
