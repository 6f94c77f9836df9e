package org.lagroups.core.monitor.battery;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.Verdict;

/** Counts for {@link BatteryCounters}. */
final class BatteryTally {

  private final Map<ReasonCode, Long> failed = new EnumMap<>(ReasonCode.class);
  private int tested;
  private long passed;

  void begun() {
    tested++;
  }

  void ended() {
    tested--;
  }

  /** A test says pass or fail, and did not say the same before. */
  void changedTo(Verdict verdict) {
    switch (verdict) {
      case Verdict.Pass ignored -> passed++;
      case Verdict.Fail fail -> failed.merge(fail.reason().code(), 1L, Long::sum);
      case Verdict.Pending ignored -> {}
    }
  }

  BatteryCounters counters() {
    return new BatteryCounters(tested, passed, failed);
  }
}
