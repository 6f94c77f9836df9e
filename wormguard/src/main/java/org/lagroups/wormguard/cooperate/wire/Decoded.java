package org.lagroups.wormguard.cooperate.wire;

/** What came of reading a message. */
public sealed interface Decoded {

  /** It is one. */
  record Accepted(GuardMessage message) implements Decoded {}

  /** It is none. */
  record Refused(WireRefusal reason) implements Decoded {}
}
