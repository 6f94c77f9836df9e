package org.lagroups.core.monitor.link;

import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.limit.PeerBuckets;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.machine.NodeId;

/**
 * Counts what arrives from each peer without having been asked for, and tells a {@link
 * FloodCeiling} of it at each {@link #tick}: so a message costs two additions, however many there
 * are. A download may bring in as much as the line carries; nobody floods by answering.
 */
public final class Arrivals {

  /** Between two ticks, so many peers are counted, and others not. */
  public static final int MAX_PEERS = PeerBuckets.MAX_PEERS;

  private final ObservingMonitor<Received> flood;
  private final Map<NodeId, Count> counts = new TreeMap<>();

  public Arrivals(ObservingMonitor<Received> flood) {
    this.flood = flood;
  }

  private static final class Count {
    private long messages;
    private long bytes;
  }

  /** A message came. */
  public void arrived(NodeId from, long bytes) {
    Count count = counts.get(from);
    if (count == null && counts.size() < MAX_PEERS) {
      count = new Count();
      counts.put(from, count);
    }
    if (count != null) {
      count.messages++;
      count.bytes += bytes;
    }
  }

  /** A message that {@link #arrived} just now was one that this node had asked for. */
  public void wasAskedFor(NodeId from, long bytes) {
    Count count = counts.get(from);
    if (count != null) {
      count.messages = Math.max(0, count.messages - 1);
      count.bytes = Math.max(0, count.bytes - bytes);
    }
  }

  /**
   * Time has passed; to be called about once in the ceiling's window.
   *
   * @param nowNanos monotonic
   */
  public void tick(long nowNanos) {
    Map<NodeId, Count> told = Map.copyOf(counts);
    counts.clear();
    new TreeMap<>(told)
        .forEach((node, count) ->
            flood.observe(node, new Received(count.messages, count.bytes), nowNanos));
    flood.tick(nowNanos);
  }
}
