package org.lagroups.node.transport.link;

import java.util.Arrays;
import java.util.Optional;

/** Why a side closes a link. The code travels, the explanation is for people. */
public enum CloseReason {
  SHUTDOWN(0, "the node shut down"),
  DUPLICATE(1, "another session of the two nodes is kept"),
  REPLACED(2, "the peer opened a newer session"),
  DENIED(3, "no session with this node is wanted"),
  BAD_CERTIFICATE(4, "the certificate proves no node"),
  WRONG_NODE(5, "another node was expected at this address"),
  TOO_MANY_SESSIONS(6, "too many sessions are open"),
  MALFORMED(7, "the peer sent malformed bytes"),
  LOST(8, "the peer no longer knows the session"),
  NOT_WANTED(9, "the dial was given up"),
  GIVEN_UP(10, "the session goes on over another connection"),
  UNKNOWN_SESSION(11, "the session that it belongs to is not known");

  private final int code;
  private final String explanation;

  CloseReason(int code, String explanation) {
    this.code = code;
    this.explanation = explanation;
  }

  /** The reason that a peer gave; empty for a code of a later version. */
  public static Optional<CloseReason> of(int code) {
    return Arrays.stream(values()).filter(reason -> reason.code == code).findFirst();
  }

  /** On the wire: 0 to 65,535. */
  public int code() {
    return code;
  }

  /** For people. */
  public String explanation() {
    return explanation;
  }
}
