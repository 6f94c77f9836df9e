package org.lagroups.node.transport;

/**
 * How long a transport waits.
 *
 * @param idleMillis a session without traffic for so long is over; also how long a silently dead
 *     peer goes unnoticed. The smaller of the two sides' values counts
 * @param dialMillis how long one dial may take, from looking the name up to the peer's hello
 * @param minBackOffMillis the pause before dialling a peer again after the first failed round
 * @param maxBackOffMillis the longest such pause; pauses double up to here, with jitter
 */
public record TransportTiming(
    long idleMillis, long dialMillis, long minBackOffMillis, long maxBackOffMillis) {

  /** 30 s idle, 3 s for a dial, pauses from 250 ms to 10 s. */
  public static final TransportTiming DEFAULT = new TransportTiming(30_000, 3_000, 250, 10_000);

  public TransportTiming {
    if (idleMillis < 100 || dialMillis < 1 || minBackOffMillis < 1) {
      throw new IllegalArgumentException(
          "transport times have to be positive, and idle at least 100 ms");
    }
    if (maxBackOffMillis < minBackOffMillis) {
      throw new IllegalArgumentException("the longest back-off is shorter than the shortest");
    }
  }
}
