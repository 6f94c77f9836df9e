package org.lagroups.multicast.wire;

/** What came of reading a message. */
public sealed interface Decoded {

  /** It is one. */
  record Accepted(CastMessage message) implements Decoded {}

  /** It is none. */
  record Refused(WireRefusal reason) implements Decoded {}
}
