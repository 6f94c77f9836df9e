package org.lagroups.wormguard.flow;

/**
 * Bounds of a flow table.
 *
 * @param maxFlows how many are kept: 1 to {@link #MOST_FLOWS}
 * @param newNanos how long a new one is kept after its last packet
 * @param establishedNanos how long an established one is
 * @param closedNanos how long a closed one is
 */
public record FlowSettings(int maxFlows, long newNanos, long establishedNanos, long closedNanos) {

  /** The most flows that a table may be made for; these take 2.3 GiB. */
  public static final int MOST_FLOWS = 1 << 24;

  private static final long SECOND = 1_000_000_000L;

  /** 262,144 flows; a minute for new ones, 10 minutes for established, 10 seconds for closed. */
  public static final FlowSettings DEFAULT =
      new FlowSettings(1 << 18, 60 * SECOND, 600 * SECOND, 10 * SECOND);

  public FlowSettings {
    if (maxFlows < 1 || maxFlows > MOST_FLOWS) {
      throw new IllegalArgumentException(
          "%d flows; there can be 1 to %d".formatted(maxFlows, MOST_FLOWS));
    }
    if (newNanos < 0 || establishedNanos < 0 || closedNanos < 0) {
      throw new IllegalArgumentException("a time-out is negative");
    }
  }

  /** The same for another number of flows. */
  public FlowSettings withMaxFlows(int flows) {
    return new FlowSettings(flows, newNanos, establishedNanos, closedNanos);
  }

  long nanosOf(FlowPhase phase) {
    return switch (phase) {
      case NEW -> newNanos;
      case ESTABLISHED -> establishedNanos;
      case CLOSED -> closedNanos;
    };
  }
}
