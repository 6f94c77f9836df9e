package org.lagroups.wormguard.cooperate.record;

/** Why bytes are not a record. */
public enum RecordRefusal {
  /** Longer than any record. */
  TOO_LONG,
  /** Not the one canonical encoding of a record: damaged, reordered, or with unknown fields. */
  MALFORMED,
  /** An ID of wrong length. */
  BAD_ID,
  /** A rule that is empty, too long, or not of printable ASCII alone. */
  BAD_RULE,
  /** Evidence without a digest, or of a length that no evidence may have. */
  BAD_EVIDENCE,
  /** A life that ends before it begins, or is too long. */
  BAD_TIME
}
