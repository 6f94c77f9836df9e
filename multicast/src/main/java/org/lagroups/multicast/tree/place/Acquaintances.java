package org.lagroups.multicast.tree.place;

import java.util.LinkedHashMap;
import org.lagroups.machine.NodeId;

/**
 * Since when others have been up, as far as this node has seen it: among its children, or named by
 * them among theirs. Nobody's own word counts.
 */
public final class Acquaintances {

  /** The most nodes remembered; who was not seen for longest is forgotten first. */
  public static final int MAX = 4_096;

  /** Who was not seen for so long begins anew. */
  static final long MAX_GAP_MILLIS = 120_000;

  private final LinkedHashMap<NodeId, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  private record Seen(long sinceMillis, long lastMillis) {}

  /** Somebody is up now. */
  public void saw(NodeId node, long nowMillis) {
    saw(node, 0, nowMillis);
  }

  /**
   * Somebody is up now, and has been for so long by the word of one who is known for at least as
   * long.
   */
  public void saw(NodeId node, long uptimeMillis, long nowMillis) {
    Seen before = seen.get(node);
    long since = nowMillis - uptimeMillis;
    if (before != null && nowMillis - before.lastMillis <= MAX_GAP_MILLIS) {
      seen.put(node, new Seen(Math.min(since, before.sinceMillis), nowMillis));
      return;
    }
    if (before == null && seen.size() >= MAX) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(node, new Seen(since, nowMillis));
  }

  /** Somebody's uptime begins anew. */
  public void forget(NodeId node) {
    seen.remove(node);
  }

  /** How long somebody is known to have been up, 0 if unknown. */
  public long uptimeMillis(NodeId node, long nowMillis) {
    Seen known = seen.get(node);
    return known == null || nowMillis - known.lastMillis > MAX_GAP_MILLIS
        ? 0
        : nowMillis - known.sinceMillis;
  }
}
