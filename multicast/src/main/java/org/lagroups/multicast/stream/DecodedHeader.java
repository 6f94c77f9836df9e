package org.lagroups.multicast.stream;

/** What came of reading a header. */
public sealed interface DecodedHeader {

  /** It is one. */
  record Accepted(StreamHeader header) implements DecodedHeader {}

  /** It is none. */
  record Refused(HeaderRefusal reason) implements DecodedHeader {}
}
