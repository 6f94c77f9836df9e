package org.lagroups.multicast.stream;

/** Why bytes are not a header. */
public enum HeaderRefusal {
  /** Longer than any header. */
  TOO_LONG,
  /** Not the one canonical encoding of a header: damaged, reordered, or with unknown fields. */
  MALFORMED,
  /** Keys of wrong length. */
  BAD_KEYS,
  /** A title that is too long or not safe to show. */
  BAD_TITLE,
  /** Neither live nor a file. */
  BAD_MODE,
  /** A length of chunks or of the stream that none has. */
  BAD_LENGTH,
  /** A time before 1970. */
  BAD_TIME,
  /** A nonce of wrong length. */
  BAD_NONCE
}
