package org.lagroups.wormguard.api;

import java.util.List;

/**
 * What a guard did since it began, and how things stand.
 *
 * @param rules of files in force
 * @param refused rules of the files that could not be taken
 * @param frames that were judged
 * @param bytes of all frames
 * @param dropped frames that went no further
 * @param restOfFlows those of the dropped that only belonged to a flow that was blocked before
 * @param unsound those of the dropped that were cut short or contradicted themselves
 * @param spared how often a rule wanted something blocked of an address that never is
 * @param dryRuns how often one did that is only tried out
 * @param ofSuspended how often one did that is suspended
 * @param ofLapsed how often one of partners did that too few vouch for any more
 * @param suspended the rules that are: their numbers, and of partners' the IDs of the signatures
 * @param alerts that were told
 * @param eventsLost of these, those that could not be written
 * @param flows there are now
 * @param badChecksums packets with a wrong checksum
 * @param partners what partners vouch for; {@link PartnerStats#NONE} if nobody is asked
 * @param bridge what the bridge did; all 0 without one
 */
public record GuardStats(
    int rules,
    long refused,
    long frames,
    long bytes,
    long dropped,
    long restOfFlows,
    long unsound,
    long spared,
    long dryRuns,
    long ofSuspended,
    long ofLapsed,
    List<String> suspended,
    long alerts,
    long eventsLost,
    long flows,
    long badChecksums,
    PartnerStats partners,
    BridgeCounts bridge) {

  /**
   * How things stand with the node of partners.
   *
   * @param isAsked whether one is
   * @param isAnswering whether it has answered of late
   * @param rules of partners that are in force
   * @param refused of those, how many could not be taken
   */
  public record PartnerStats(boolean isAsked, boolean isAnswering, int rules, int refused) {

    /** None is asked. */
    public static final PartnerStats NONE = new PartnerStats(false, false, 0, 0);
  }

  public GuardStats {
    suspended = List.copyOf(suspended);
  }
}
