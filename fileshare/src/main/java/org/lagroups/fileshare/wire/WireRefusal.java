package org.lagroups.fileshare.wire;

/** Why bytes are not a message. */
public enum WireRefusal {
  /** Not the one canonical encoding of any message: damaged, reordered, or with unknown fields. */
  MALFORMED,
  /** More results, leaves or hashes than a message may have. */
  TOO_MANY,
  /** A query with words that no query has, or with none. */
  BAD_QUERY,
  /** A root or hash of wrong length. */
  BAD_HASH,
  /** A range that no file has. */
  BAD_RANGE,
  /** A length that no file has. */
  BAD_LENGTH,
  /** A record that is none. */
  BAD_RECORD
}
