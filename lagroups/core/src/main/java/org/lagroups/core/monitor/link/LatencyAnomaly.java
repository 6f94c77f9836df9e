package org.lagroups.core.monitor.link;

import java.time.Duration;
import java.util.Optional;
import org.lagroups.core.attestation.LinkInfo;
import org.lagroups.core.attestation.ReasonCode;
import org.lagroups.core.monitor.observe.Examiner;
import org.lagroups.core.monitor.observe.Finding;
import org.lagroups.core.monitor.observe.ObservingMonitor;
import org.lagroups.core.monitor.observe.Steadiness;

/**
 * Finds a round trip bad, too slow, that is far above what is usual for this node:
 *
 * <pre>
 * round trip &gt; median + deviations &times; max(1.4826 &times; MAD, share &times; median, least)
 * </pre>
 *
 * over the last round trips, where MAD is the median absolute deviation from the median. With 3.5
 * deviations this is the modified z-score of Iglewicz and Hoaglin ("How to Detect and Handle
 * Outliers", 1993, section 3.3), upwards only; the two floors are there because the round trips of
 * a quiet link hardly differ. Up to half of what is remembered may be outliers without moving the
 * median much. A link that jumps between two values needs a least spread of about their difference,
 * for the deviation from the more frequent one is none.
 *
 * <p>What is usual follows the link. Of the unusual round trips only one in {@link
 * LatencySettings#learnOneIn} is learned: a link that has become slower for good is usual again
 * after about {@code window / 2 * learnOneIn} round trips, 256 by default, and a node that is slow
 * for a shorter while never is. While it learns, it says nothing, except of what exceeds the
 * ceiling. In memory: {@code window} numbers for each node.
 */
public final class LatencyAnomaly implements Examiner<Duration> {

  private final LatencySettings settings;
  private final Baseline usual;
  private int unusual;

  public LatencyAnomaly(LatencySettings settings) {
    this.settings = settings;
    this.usual = new Baseline(settings.window());
  }

  /** A monitor to be told round-trip times, 0 or more, or how long else a node took to answer. */
  public static ObservingMonitor<Duration> monitor(
      LatencySettings settings, Steadiness steadiness) {
    return new ObservingMonitor<>(steadiness, subject -> new LatencyAnomaly(settings));
  }

  /**
   * Judges a round trip.
   *
   * @throws IllegalArgumentException if it is negative
   */
  @Override
  public Optional<Finding> examine(Duration roundTrip, long nowNanos) {
    if (roundTrip.isNegative()) {
      throw new IllegalArgumentException("a round trip takes 0 or more, not " + roundTrip);
    }
    if (roundTrip.compareTo(settings.ceiling()) > 0) {
      return Optional.of(bad(roundTrip, settings.ceiling().toNanos() / 1_000));
    }
    long micros = roundTrip.toNanos() / 1_000;
    if (usual.count() < settings.learning()) {
      usual.add(micros);
      return Optional.empty();
    }
    long limitMicros = limitMicros();
    if (micros <= limitMicros) {
      usual.add(micros);
      return Optional.of(new Finding.Good(LinkInfo.ofRoundTrip(usual.median())));
    }
    unusual++;
    if (unusual == settings.learnOneIn()) {
      unusual = 0;
      usual.add(micros);
    }
    return Optional.of(bad(roundTrip, limitMicros));
  }

  private long limitMicros() {
    long median = usual.median();
    double least =
        Math.max(settings.leastSpreadShare() * median, settings.leastSpread().toNanos() / 1_000.0);
    return (long) (median + settings.deviations() * Math.max(usual.spread(), least));
  }

  private static Finding bad(Duration roundTrip, long limitMicros) {
    return Finding.bad(
        ReasonCode.TOO_SLOW,
        "took %d ms, where up to %d ms would be usual"
            .formatted(roundTrip.toMillis(), limitMicros / 1_000));
  }
}
