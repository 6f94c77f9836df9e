package org.lagroups.fileshare.record;

/** Why bytes are not a record. */
public enum RecordRefusal {
  /** Longer than any record. */
  TOO_LONG,
  /** Not the one canonical encoding of a record: damaged, reordered, or with unknown fields. */
  MALFORMED,
  /** An ID or root of wrong length. */
  BAD_ID,
  /** A length that no file with a tree has. */
  BAD_LENGTH,
  /** A name that is empty, too long or unsafe. */
  BAD_NAME,
  /** No MIME type. */
  BAD_TYPE,
  /** A sequence that is not above 0. */
  BAD_SEQUENCE
}
