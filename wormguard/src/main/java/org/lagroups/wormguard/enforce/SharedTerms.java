package org.lagroups.wormguard.enforce;

import java.util.Map;
import java.util.Set;
import org.lagroups.wormguard.rule.Rule;
import org.lagroups.wormguard.rule.RuleKey;
import org.lagroups.wormguard.rule.address.AddressSet;

/**
 * On what terms rules block that partners share, and what the operator of the node says of blocking
 * as such. Immutable, for any thread.
 *
 * @param leases until when each may block; a shared rule without one does not
 * @param dryRuns those that only tell what they would block
 * @param isDryRun whether all rules do, also one's own
 * @param neverBlock packets from and to these addresses always go on, whatever rule wants them
 */
public record SharedTerms(
    Map<RuleKey, Lease> leases, Set<RuleKey> dryRuns, boolean isDryRun, AddressSet neverBlock) {

  /** Nobody shares anything. */
  public static final SharedTerms NONE =
      new SharedTerms(Map.of(), Set.of(), false, AddressSet.NONE);

  public SharedTerms {
    leases = Map.copyOf(leases);
    dryRuns = Set.copyOf(dryRuns);
  }

  /** Whether a rule only tells. */
  public boolean isDryRun(RuleKey rule) {
    return isDryRun || dryRuns.contains(rule);
  }

  /** Whether a rule may not block because too few partners vouch for it, or none. */
  boolean hasLapsed(Rule rule) {
    if (!rule.key().isShared()) {
      return false;
    }
    Lease lease = leases.get(rule.key());
    return lease == null || lease.isOver();
  }
}
