package org.lagroups.wormguard.enforce;

import java.util.List;
import org.lagroups.wormguard.rule.Rule;

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
 * @param ofLapsed how often one of partners did that too few vouch for any more
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
    long ofLapsed,
    List<Rule> suspended) {

  /** Nothing yet. */
  public static final GateCounts NONE = new GateCounts(0, 0, 0, 0, 0, 0, 0, 0, List.of());

  public GateCounts {
    suspended = List.copyOf(suspended);
  }
}
