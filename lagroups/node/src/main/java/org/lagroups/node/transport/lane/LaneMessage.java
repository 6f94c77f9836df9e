package org.lagroups.node.transport.lane;

/** What the two sides of a session say to each other about their lanes. */
public sealed interface LaneMessage {

  /**
   * "From now on send both lanes over this connection, from these places on."
   *
   * @param number grows with each request of a side; 0 stands for the beginning of the session
   * @param ordered bytes received so far in the ordered lane
   * @param bulk bytes received so far in the bulk lane
   */
  record Resume(int number, long ordered, long bulk) implements LaneMessage {}

  /**
   * "In this lane, what follows on this connection is what you asked for." Said in the lane itself.
   *
   * @param number of the request
   */
  record Begin(Lane lane, int number) implements LaneMessage {}

  /**
   * "I have received so much": what was sent before need not be kept.
   *
   * @param ordered bytes received so far in the ordered lane
   * @param bulk bytes received so far in the bulk lane
   */
  record Received(long ordered, long bulk) implements LaneMessage {}
}
