package org.lagroups.fileshare.peer;

import org.lagroups.core.route.Route;
import org.lagroups.fileshare.wire.FileReply;

/** What came of asking a member. */
public sealed interface PeerReply {

  /** The member's own answer. */
  record Answered(FileReply reply) implements PeerReply {}

  /** An answer came that the member did not make: a relay on this route altered it. */
  record Altered(Route route) implements PeerReply {}

  /** There is no answer to use. */
  record Failed(Failure failure) implements PeerReply {}

  /** Why there is no answer to use. */
  enum Failure {
    /** Nothing came back in time. */
    TIMED_OUT,
    /** There is no way to the member now. */
    UNREACHABLE,
    /** The member has too much to do, or this node has. Worth trying later. */
    BUSY,
    /** The member does not want to answer. */
    REFUSED,
    /** The member's answer is malformed. */
    NOT_UNDERSTOOD
  }
}
