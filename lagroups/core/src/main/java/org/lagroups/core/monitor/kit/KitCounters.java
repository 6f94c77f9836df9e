package org.lagroups.core.monitor.kit;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.battery.BatteryCounters;
import org.lagroups.core.monitor.observe.ObservationCounters;
import org.lagroups.core.monitor.vote.VoteCounters;

/**
 * What a {@link TestKit} has done since it was made.
 *
 * @param batteries what the batteries of all groups have said together
 * @param tests of each kind but the heartbeat, which counts by itself
 */
public record KitCounters(
    BatteryCounters batteries, Map<TestKind, ObservationCounters> tests, VoteCounters votes) {

  public KitCounters {
    tests = Map.copyOf(tests);
  }

  static BatteryCounters sum(BatteryCounters a, BatteryCounters b) {
    Map<ReasonCode, Long> failed = new EnumMap<>(ReasonCode.class);
    a.failed().forEach((reason, count) -> failed.merge(reason, count, Long::sum));
    b.failed().forEach((reason, count) -> failed.merge(reason, count, Long::sum));
    return new BatteryCounters(a.tested() + b.tested(), a.passed() + b.passed(), failed);
  }
}
