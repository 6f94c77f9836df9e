package org.lagroups.core.monitor.observe;

import java.util.Map;
import org.lagroups.core.attestation.ReasonCode;

/**
 * What an {@link ObservingMonitor} has done since it was made.
 *
 * @param tested tests running now
 * @param passing those of them that say pass
 * @param failing those that say fail; the others are pending
 * @param good good findings
 * @param bad bad findings
 * @param strangers observations of nodes that are not under test; they were ignored
 * @param passed how often a test began to pass
 * @param failed how often a test began to fail, by reason
 */
public record ObservationCounters(
    int tested,
    int passing,
    int failing,
    long good,
    long bad,
    long strangers,
    long passed,
    Map<ReasonCode, Long> failed) {

  public ObservationCounters {
    failed = Map.copyOf(failed);
  }
}
