package org.lagroups.core.group.endorse;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.machine.NodeId;

/** Which share each peer was given last, over the present link. */
final class GivenShares {

  private final long validityMillis;
  private final Map<NodeId, Long> latestExpiry = new HashMap<>();

  GivenShares(long validityMillis) {
    this.validityMillis = validityMillis;
  }

  /** Whether a peer has got nothing yet, and so not the proof of possession either. */
  boolean isFirst(NodeId peer) {
    return !latestExpiry.containsKey(peer);
  }

  /** Whether a peer was given the share of this expiry. */
  boolean has(NodeId peer, long expiryMillis) {
    Long latest = latestExpiry.get(peer);
    return latest != null && latest == expiryMillis;
  }

  /** Whether a peer lacks the share of this expiry; it is taken to have it from now on. */
  boolean take(NodeId peer, long expiryMillis) {
    latestExpiry.values().removeIf(before -> before < expiryMillis - validityMillis);
    Long before = latestExpiry.put(peer, expiryMillis);
    return before == null || before != expiryMillis;
  }

  /** The link to a peer is a new one: what was sent over the old one may be lost. */
  void forget(NodeId peer) {
    latestExpiry.remove(peer);
  }
}
