package org.lagroups.core.group.spread;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.lagroups.core.limit.TokenBucket;
import org.lagroups.machine.NodeId;

/**
 * What each peer may still cost this node. Who is over budget is not served for a while, and
 * nothing else happens to it.
 */
public final class PeerBudgets {

  /** Of so many peers the spending is remembered; the longest unheard is forgotten first. */
  public static final int MAX_PEERS = 256;

  private final LongSupplier nowNanos;
  private final Map<NodeId, Budget> byPeer = new LinkedHashMap<>(16, 0.75f, true);

  private record Budget(
      Allowance allowance, TokenBucket bytes, TokenBucket checks, TokenBucket answers) {}

  public PeerBudgets(LongSupplier nowNanos) {
    this.nowNanos = nowNanos;
  }

  /** Whether a message so long may be decoded. */
  public boolean takeBytes(NodeId peer, Allowance allowance, int length) {
    return of(peer, allowance).bytes().take(length, nowNanos.getAsLong());
  }

  /** Whether a signature may be checked, or the application be asked something. */
  public boolean takeCheck(NodeId peer, Allowance allowance) {
    return of(peer, allowance).checks().take(1, nowNanos.getAsLong());
  }

  /** Whether an answer so long may be sent. */
  public boolean takeAnswer(NodeId peer, Allowance allowance, int length) {
    return of(peer, allowance).answers().take(length, nowNanos.getAsLong());
  }

  private Budget of(NodeId peer, Allowance allowance) {
    Budget budget = byPeer.get(peer);
    if (budget == null || !budget.allowance().equals(allowance)) {
      budget = fresh(allowance);
      byPeer.put(peer, budget);
      if (byPeer.size() > MAX_PEERS) {
        byPeer.remove(byPeer.keySet().iterator().next());
      }
    }
    return budget;
  }

  private Budget fresh(Allowance allowance) {
    long now = nowNanos.getAsLong();
    return new Budget(
        allowance,
        new TokenBucket(allowance.bytes(), now),
        new TokenBucket(allowance.checks(), now),
        new TokenBucket(allowance.answerBytes(), now));
  }
}
