package org.lagroups.core.group.endorse;

import java.util.HashMap;
import java.util.Map;
import org.lagroups.machine.NodeId;

/** What each peer was given over the present link: shares, and the proof of possession. */
final class GivenShares {

  /**
   * Every so many shares the proof comes along again, for the peer may have refused the share that
   * brought it, or have lost it.
   */
  static final int SHARES_A_PROOF = 12;

  private final long validityMillis;
  private final Map<NodeId, Long> latestExpiry = new HashMap<>();

  /** By peer, how many shares were really sent. */
  private final Map<NodeId, Integer> count = new HashMap<>();

  GivenShares(long validityMillis) {
    this.validityMillis = validityMillis;
  }

  /** Whether the proof of possession has to go with the next share. */
  boolean isProofDue(NodeId peer) {
    return count.getOrDefault(peer, 0) % SHARES_A_PROOF == 0;
  }

  /** A share is on its way, and with it the proof if that was due. */
  void gave(NodeId peer) {
    count.merge(peer, 1, Integer::sum);
  }

  /** Whether a peer was given the share of this expiry. */
  boolean has(NodeId peer, long expiryMillis) {
    Long latest = latestExpiry.get(peer);
    return latest != null && latest == expiryMillis;
  }

  /** Whether a peer lacks the share of this expiry; it is taken to have it from now on. */
  boolean take(NodeId peer, long expiryMillis) {
    latestExpiry.values().removeIf(before -> before < expiryMillis - validityMillis);
    count.keySet().retainAll(latestExpiry.keySet());
    Long before = latestExpiry.put(peer, expiryMillis);
    return before == null || before != expiryMillis;
  }

  /** The link to a peer is a new one: what was sent over the old one may be lost. */
  void forget(NodeId peer) {
    latestExpiry.remove(peer);
    count.remove(peer);
  }
}
