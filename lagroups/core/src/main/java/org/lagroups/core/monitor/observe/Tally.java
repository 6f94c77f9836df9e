package org.lagroups.core.monitor.observe;

import java.util.EnumMap;
import java.util.Map;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.Verdict;

/** Counts for {@link ObservationCounters}. */
final class Tally {

  private final Map<ReasonCode, Long> failed = new EnumMap<>(ReasonCode.class);
  private long good;
  private long bad;
  private long strangers;
  private long passed;

  void found(Finding finding) {
    switch (finding) {
      case Finding.Good ignored -> good++;
      case Finding.Bad ignored -> bad++;
    }
  }

  void changedTo(Verdict verdict) {
    switch (verdict) {
      case Verdict.Pass ignored -> passed++;
      case Verdict.Fail fail -> failed.merge(fail.reason().code(), 1L, Long::sum);
      case Verdict.Pending ignored -> {}
    }
  }

  void stranger() {
    strangers++;
  }

  ObservationCounters counters(int tested, int passing, int failing) {
    return new ObservationCounters(tested, passing, failing, good, bad, strangers, passed, failed);
  }
}
