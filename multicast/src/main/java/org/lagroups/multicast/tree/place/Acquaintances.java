package org.lagroups.multicast.tree.place;

import java.util.LinkedHashMap;
import org.lagroups.machine.NodeId;

/**
 * Since when others have been up, as far as this node has seen it: among its children, or named by
 * them among theirs; and with whom. Nobody's own word counts.
 */
public final class Acquaintances {

  /** The most nodes remembered; who was not seen for longest is forgotten first. */
  public static final int MAX = 4_096;

  /** Who was not seen for so long begins anew. */
  static final long MAX_GAP_MILLIS = 120_000;

  private final LinkedHashMap<NodeId, Seen> seen = new LinkedHashMap<>(16, 0.75f, true);

  /**
   * What is known of one.
   *
   * @param host whose child it was the last time
   * @param elsewhereMillis when it was another's the last time
   */
  private record Seen(long sinceMillis, long lastMillis, NodeId host, long elsewhereMillis) {

    static final long NEVER = Long.MIN_VALUE / 2;

    boolean isForgotten(long nowMillis) {
      return nowMillis - lastMillis > MAX_GAP_MILLIS;
    }
  }

  /**
   * Somebody is up now, and has been for so long by the word of one who is known for at least as
   * long.
   *
   * @param host whose child it is
   */
  public void saw(NodeId node, NodeId host, long uptimeMillis, long nowMillis) {
    Seen before = seen.get(node);
    long since = nowMillis - uptimeMillis;
    if (before != null && !before.isForgotten(nowMillis)) {
      long elsewhere = before.host.equals(host) ? before.elsewhereMillis : before.lastMillis;
      seen.put(node, new Seen(Math.min(since, before.sinceMillis), nowMillis, host, elsewhere));
      return;
    }
    if (before == null && seen.size() >= MAX) {
      seen.remove(seen.keySet().iterator().next());
    }
    seen.put(node, new Seen(since, nowMillis, host, Seen.NEVER));
  }

  /** Somebody's uptime begins anew. */
  public void forget(NodeId node) {
    seen.remove(node);
  }

  /** How long somebody is known to have been up, 0 if unknown. */
  public long uptimeMillis(NodeId node, long nowMillis) {
    Seen known = seen.get(node);
    return known == null || known.isForgotten(nowMillis) ? 0 : nowMillis - known.sinceMillis;
  }

  /** Whether somebody has been seen with one host lately, and with nobody else. */
  public boolean isOnlyWith(NodeId host, NodeId node, long nowMillis) {
    Seen known = seen.get(node);
    return known != null
        && !known.isForgotten(nowMillis)
        && known.host.equals(host)
        && nowMillis - known.elsewhereMillis > MAX_GAP_MILLIS;
  }
}
