package org.lagroups.node.transport.link;

import org.lagroups.node.transport.lane.LaneMessage;

/** What sessions say to each other on their own behalf; {@link SessionMessages} has the bytes. */
public sealed interface SessionMessage {

  /** A side would have this link for the session. */
  record Greeting(Hello hello) implements SessionMessage {}

  /** The deciding side has chosen this link. */
  record Confirmation() implements SessionMessage {}

  /** This link is to join a session. */
  record Attaching(Attachment attachment) implements SessionMessage {}

  /** About the lanes of the session. */
  record OfLanes(LaneMessage message) implements SessionMessage {}

  /**
   * This side has lost another link of the session.
   *
   * @param number that link's, as in {@link Attachment}; 0 for the session's first link
   */
  record Gone(long number) implements SessionMessage {}

  /**
   * This side closes the link, where the carrier cannot say it.
   *
   * @param code of a {@link CloseReason}
   */
  record Farewell(int code) implements SessionMessage {}

  /** Asks for any sign of life. */
  record Ping() implements SessionMessage {}

  /** A sign of life. */
  record Pong() implements SessionMessage {}

  /** Of a later version; ignored. */
  record Unknown() implements SessionMessage {}

  /** No session message at all. */
  record Malformed() implements SessionMessage {}
}
