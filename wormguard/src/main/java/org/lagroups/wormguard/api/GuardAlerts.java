package org.lagroups.wormguard.api;

import java.util.List;

/**
 * What a running guard told of late: packets for which a rule held, and what came of them.
 *
 * @param last the number of the last one since the guard began; 0 if there was none. Less than what
 *     was asked for if the guard has begun anew since.
 * @param missed how many came since then that are not told here, as there were too many
 * @param alerts the newest first
 */
public record GuardAlerts(long last, long missed, List<Reasons.OfPacket> alerts) {

  /** At most so many are told at a time. */
  public static final int MOST = 500;

  public GuardAlerts {
    alerts = List.copyOf(alerts);
  }
}
