package org.lagroups.core.limit;

import java.util.Iterator;
import java.util.LinkedHashMap;
import org.lagroups.machine.NodeId;

/**
 * A token bucket for every peer, of at most {@link #MAX_PEERS} or fewer: beyond, the peer that was
 * idle the longest is forgotten, and begins anew with a full bucket.
 */
public final class PeerBuckets {

  /** The most peers remembered. Peers are authenticated and linked, so there are not many. */
  public static final int MAX_PEERS = 4_096;

  private final Rate rate;
  private final int maxPeers;
  private final LinkedHashMap<NodeId, TokenBucket> buckets = new LinkedHashMap<>(16, 0.75f, true);

  public PeerBuckets(Rate rate) {
    this(rate, MAX_PEERS);
  }

  /** Of at most {@code maxPeers} peers. */
  public PeerBuckets(Rate rate, int maxPeers) {
    this.rate = rate;
    this.maxPeers = maxPeers;
  }

  /** As {@link TokenBucket#take} on the bucket of {@code peer}. */
  public boolean take(NodeId peer, double wanted, long nowNanos) {
    TokenBucket bucket = buckets.get(peer);
    if (bucket == null) {
      makeRoom();
      bucket = new TokenBucket(rate, nowNanos);
      buckets.put(peer, bucket);
    }
    return bucket.take(wanted, nowNanos);
  }

  private void makeRoom() {
    if (buckets.size() == maxPeers) {
      Iterator<NodeId> longestIdleFirst = buckets.keySet().iterator();
      longestIdleFirst.next();
      longestIdleFirst.remove();
    }
  }
}
