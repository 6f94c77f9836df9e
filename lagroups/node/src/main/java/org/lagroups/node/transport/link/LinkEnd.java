package org.lagroups.node.transport.link;

/**
 * How a link ended.
 *
 * @param reason for people
 */
public record LinkEnd(Sign sign, String reason) {

  /** What the end says about the peer. */
  public enum Sign {
    /** The peer ended the whole session. */
    FAREWELL,
    /** The peer does not know the session, or no longer. */
    LOST,
    /** The peer closed this connection only. */
    CLOSED,
    /** The connection ended without a word, as when the peer's process dies. */
    BROKEN,
    /** Nothing was heard for too long. */
    SILENT
  }

  /** The peer gave a reason. */
  public static LinkEnd said(CloseReason reason) {
    Sign sign =
        switch (reason) {
          case LOST, UNKNOWN_SESSION -> Sign.LOST;
          case GIVEN_UP -> Sign.CLOSED;
          default -> Sign.FAREWELL;
        };
    return new LinkEnd(sign, "the peer closed the session: " + reason.explanation());
  }

  /** The session is over, by what the peer said or did. */
  public static LinkEnd farewell(String reason) {
    return new LinkEnd(Sign.FAREWELL, reason);
  }

  /** The peer has proved that it no longer knows the session. */
  public static LinkEnd lost() {
    return new LinkEnd(Sign.LOST, CloseReason.LOST.explanation());
  }

  public static LinkEnd broken(String reason) {
    return new LinkEnd(Sign.BROKEN, reason);
  }

  /** Nothing was heard for {@code millis}. */
  public static LinkEnd silent(long millis) {
    return new LinkEnd(
        Sign.SILENT, "nothing was heard of the peer for %.1f s".formatted(millis / 1_000.0));
  }
}
