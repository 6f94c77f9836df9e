package org.lagroups.wormguard.enforce;

import java.util.Set;
import org.lagroups.wormguard.rule.RuleId;

/**
 * What a gate did.
 *
 * @param frames that were judged
 * @param dropped those that go no further
 * @param restOfFlows those of the dropped that no rule held for, but one did earlier in their flow
 * @param unsound those of the dropped that were not sound
 * @param spared how often a rule wanted something blocked of an address that never is
 * @param dryRuns how often one did that is only tried out
 * @param ofSuspended how often one did that is suspended
 * @param suspended rules that are
 */
public record GateCounts(
    long frames,
    long dropped,
    long restOfFlows,
    long unsound,
    long spared,
    long dryRuns,
    long ofSuspended,
    Set<RuleId> suspended) {

  /** Nothing yet. */
  public static final GateCounts NONE = new GateCounts(0, 0, 0, 0, 0, 0, 0, Set.of());

  public GateCounts {
    suspended = Set.copyOf(suspended);
  }
}
