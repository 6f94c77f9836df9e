package org.lagroups.wormguard.flow;

import java.util.stream.LongStream;

/**
 * Bounds of a flow table. The times are how long flows are kept after their last packet.
 *
 * @param maxFlows how many are kept: 1 to {@link #MOST_FLOWS}
 * @param newNanos TCP that has not shaken hands
 * @param establishedNanos TCP that has
 * @param closedNanos TCP that has ended
 * @param unansweredNanos what is not TCP, while only one side has spoken
 * @param answeredNanos the same once both have
 */
public record FlowSettings(
    int maxFlows,
    long newNanos,
    long establishedNanos,
    long closedNanos,
    long unansweredNanos,
    long answeredNanos) {

  /** The most flows that a table may be made for; these take 2.3 GiB of the heap. */
  public static final int MOST_FLOWS = 1 << 24;

  private static final long SECOND = 1_000_000_000L;

  /**
   * 262,144 flows; of TCP a minute for new ones, 10 minutes for established, 10 seconds for closed;
   * of others 30 seconds, and 3 minutes once they are answered, as Linux keeps them.
   */
  public static final FlowSettings DEFAULT =
      new FlowSettings(1 << 18, 60 * SECOND, 600 * SECOND, 10 * SECOND, 30 * SECOND, 180 * SECOND);

  public FlowSettings {
    if (maxFlows < 1 || maxFlows > MOST_FLOWS) {
      throw new IllegalArgumentException(
          "%d flows; there can be 1 to %d".formatted(maxFlows, MOST_FLOWS));
    }
    if (LongStream.of(newNanos, establishedNanos, closedNanos, unansweredNanos, answeredNanos)
        .anyMatch(nanos -> nanos < 0)) {
      throw new IllegalArgumentException("a time-out is negative");
    }
  }

  /** One time for all flows. */
  public static FlowSettings of(int maxFlows, long nanos) {
    return new FlowSettings(maxFlows, nanos, nanos, nanos, nanos, nanos);
  }

  /** The same for another number of flows. */
  public FlowSettings withMaxFlows(int flows) {
    return new FlowSettings(
        flows, newNanos, establishedNanos, closedNanos, unansweredNanos, answeredNanos);
  }

  long nanosOf(FlowList list) {
    return switch (list) {
      case CLOSED -> closedNanos;
      case UNANSWERED -> unansweredNanos;
      case NEW -> newNanos;
      case ANSWERED -> answeredNanos;
      case ESTABLISHED -> establishedNanos;
    };
  }
}
