package org.lagroups.wormguard.runtime.guard;

import org.lagroups.wormguard.api.BridgeCounts;
import org.lagroups.wormguard.api.GuardStats;
import org.lagroups.wormguard.api.GuardStats.PartnerStats;
import org.lagroups.wormguard.enforce.GateCounts;
import org.lagroups.wormguard.inspect.InspectCounts;
import org.lagroups.wormguard.rule.Rule;

/** Puts together what a guard says of itself. */
public final class GuardReport {

  private GuardReport() {}

  /** As of now. */
  public static GuardStats of(
      Rulings rulings,
      GateCounts gate,
      InspectCounts inspected,
      long eventsLost,
      PartnerStats partners,
      BridgeCounts bridge) {
    return new GuardStats(
        rulings.rules().size(),
        rulings.refused(),
        gate.frames(),
        inspected.bytes(),
        gate.dropped(),
        gate.restOfFlows(),
        gate.unsound(),
        gate.spared(),
        gate.dryRuns(),
        gate.ofSuspended(),
        gate.ofLapsed(),
        gate.suspended().stream().map(Rule::name).toList(),
        inspected.alerts(),
        eventsLost,
        inspected.flows(),
        inspected.badChecksums(),
        partners,
        bridge);
  }
}
