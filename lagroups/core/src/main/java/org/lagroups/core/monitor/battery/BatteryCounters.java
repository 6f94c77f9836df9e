package org.lagroups.core.monitor.battery;

import java.util.Map;
import org.lagroups.core.attestation.ReasonCode;

/**
 * What a {@link Battery} has said since it was made.
 *
 * @param tested nodes under test now, once for each group
 * @param passed how often a node began to pass
 * @param failed how often a node began to fail, by the reason of the test that decided
 */
public record BatteryCounters(int tested, long passed, Map<ReasonCode, Long> failed) {

  public BatteryCounters {
    failed = Map.copyOf(failed);
  }
}
