package org.lagroups.node.transport;

/**
 * How much a transport takes on, so that nobody can use up the node's memory.
 *
 * @param maxSessions sessions at a time; beyond it, only wanted peers get in
 * @param maxDials dials at a time; further ones wait their turn
 * @param maxHandshakes incoming connections at a time that have not said who they are
 * @param maxHandshakesPerSource the same from one source address
 * @param orderedQueueBytes what may wait for each session for ordered delivery
 * @param bulkQueueBytes what may wait for each session for bulk delivery
 */
public record TransportLimits(
    int maxSessions,
    int maxDials,
    int maxHandshakes,
    int maxHandshakesPerSource,
    int orderedQueueBytes,
    int bulkQueueBytes) {

  /** 256 sessions, 32 dials, 128 handshakes (32 from one source), queues of 4 and 8 MiB. */
  public static final TransportLimits DEFAULT =
      new TransportLimits(256, 32, 128, 32, 4 << 20, 8 << 20);

  public TransportLimits {
    if (maxSessions < 1 || maxDials < 1 || maxHandshakes < 1 || maxHandshakesPerSource < 1) {
      throw new IllegalArgumentException("transport limits have to be at least 1");
    }
  }
}
