package org.lagroups.wormguard.cooperate.wire;

/** What came of reading a message. */
public sealed interface DecodedMessage {

  /** It is one. */
  record Accepted(GuardMessage message) implements DecodedMessage {}

  /** It is none. */
  record Refused(WireRefusal reason) implements DecodedMessage {}
}
