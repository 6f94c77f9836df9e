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

  /**
   * So many accounts are kept, one of each peer as a stranger and one as an acquaintance, so that
   * nobody has its spending forgotten by changing between the two. The longest unused is forgotten
   * first.
   */
  public static final int MAX_ACCOUNTS = 512;

  private final LongSupplier nowNanos;
  private final Map<Account, Budget> byAccount = new LinkedHashMap<>(16, 0.75f, true);

  private record Account(NodeId peer, Allowance allowance) {}

  private record Budget(TokenBucket bytes, TokenBucket checks, TokenBucket answers) {}

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

  /** Takes a number of checks that were done for nothing off a peer's budget, or what is left. */
  public void charge(NodeId peer, Allowance allowance, int checks) {
    for (int i = 0; i < checks && takeCheck(peer, allowance); i++) {}
  }

  /** Whether an answer so long may be sent. */
  public boolean takeAnswer(NodeId peer, Allowance allowance, int length) {
    return of(peer, allowance).answers().take(length, nowNanos.getAsLong());
  }

  private Budget of(NodeId peer, Allowance allowance) {
    Account account = new Account(peer, allowance);
    Budget budget = byAccount.get(account);
    if (budget == null) {
      budget = fresh(allowance);
      byAccount.put(account, budget);
      if (byAccount.size() > MAX_ACCOUNTS) {
        byAccount.remove(byAccount.keySet().iterator().next());
      }
    }
    return budget;
  }

  private Budget fresh(Allowance allowance) {
    long now = nowNanos.getAsLong();
    return new Budget(
        new TokenBucket(allowance.bytes(), now),
        new TokenBucket(allowance.checks(), now),
        new TokenBucket(allowance.answerBytes(), now));
  }
}
