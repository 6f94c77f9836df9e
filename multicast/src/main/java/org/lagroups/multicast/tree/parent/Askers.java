package org.lagroups.multicast.tree.parent;

import java.util.LinkedHashMap;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.place.Stand;

/** Newcomers that asked for a place lately, and how often. */
public final class Askers {

  /** The most remembered; who has not asked for longest is forgotten first. */
  public static final int MAX = 256;

  private final long memoryMillis;
  private final LinkedHashMap<NodeId, Asking> askers = new LinkedHashMap<>();

  private record Asking(int times, long lastMillis) {}

  /**
   * None yet.
   *
   * @param memoryMillis who has not asked for so long asks for the first time again
   */
  public Askers(long memoryMillis) {
    this.memoryMillis = memoryMillis;
  }

  /** Somebody asks: how often it has before, at most {@link Stand#MAX_DEPTH} times. */
  public int count(NodeId node, long nowMillis) {
    Asking before = askers.remove(node);
    if (askers.size() >= MAX) {
      askers.remove(askers.keySet().iterator().next());
    }
    int times = 0;
    if (before != null && nowMillis - before.lastMillis < memoryMillis) {
      times = Math.min(before.times + 1, Stand.MAX_DEPTH);
    }
    askers.put(node, new Asking(times, nowMillis));
    return times;
  }
}
