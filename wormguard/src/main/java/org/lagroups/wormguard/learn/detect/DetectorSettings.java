package org.lagroups.wormguard.learn.detect;

import org.lagroups.wormguard.learn.evidence.Evidence;
import org.lagroups.wormguard.learn.scan.ScanSettings;
import org.lagroups.wormguard.learn.sketch.MultistageFilter;

/**
 * What a detector looks for, and the memory that it may take for that.
 *
 * @param sifting when content is taken for a worm's
 * @param scans what counts as scanning
 * @param counters of each of the four stages that let through what is prevalent: a power of two,
 *     1,024 to 67,108,864, a byte each. When so many windows were seen, counting starts afresh
 *     before the interval is over: fuller stages would let through anything
 * @param entries how many windows are kept count of that are prevalent: a power of two, 8 to {@link
 *     #MOST_ENTRIES}; each takes 86 bytes
 * @param suspects for how many of these samples are kept at once: 1 to 1,024; each takes up to
 *     2,048 bytes for each sample
 * @param samples how many samples a signature is made of, each from another source: 2 to {@link
 *     Evidence#MAX_SAMPLES}
 * @param unknownBytes how long a stretch of the content has to be that benign traffic does not
 *     know: 8 to 1,024
 * @param settleNanos for how long, from the first packet on, all traffic is taken as benign: not
 *     negative
 */
public record DetectorSettings(
    SiftSettings sifting,
    ScanSettings scans,
    int counters,
    int entries,
    int suspects,
    int samples,
    int unknownBytes,
    long settleNanos) {

  /** The most windows. */
  public static final int MOST_ENTRIES = 1 << 22;

  private static final int MOST_SUSPECTS = 1_024;

  /**
   * 16 MiB of counters, 65,536 windows in 5.6 MB, 64 suspects with 12 samples each in up to 1.6 MB;
   * no settling.
   */
  public static final DetectorSettings DEFAULT =
      new DetectorSettings(
          SiftSettings.DEFAULT, ScanSettings.DEFAULT, 1 << 22, 1 << 16, 64, 12, 32, 0);

  public DetectorSettings {
    if (counters < 1 << 10
        || counters > MultistageFilter.MAX_COUNTERS
        || Integer.bitCount(counters) != 1) {
      throw new IllegalArgumentException(
          "counters are a power of two from 1024 to " + MultistageFilter.MAX_COUNTERS);
    }
    if (entries < ContentTable.WAYS || entries > MOST_ENTRIES || Integer.bitCount(entries) != 1) {
      throw new IllegalArgumentException(
          "entries are a power of two from %d to %d".formatted(ContentTable.WAYS, MOST_ENTRIES));
    }
    if (suspects < 1 || suspects > MOST_SUSPECTS) {
      throw new IllegalArgumentException("suspects are 1 to " + MOST_SUSPECTS);
    }
    if (samples < 2 || samples > Evidence.MAX_SAMPLES) {
      throw new IllegalArgumentException("samples are 2 to " + Evidence.MAX_SAMPLES);
    }
    if (unknownBytes < 8 || unknownBytes > 1_024) {
      throw new IllegalArgumentException("what benign traffic does not know has 8 to 1024 bytes");
    }
    if (settleNanos < 0) {
      throw new IllegalArgumentException("settling takes no negative time");
    }
  }

  /** The same with another idea of what a worm's content is. */
  public DetectorSettings withSifting(SiftSettings other) {
    return new DetectorSettings(
        other, scans, counters, entries, suspects, samples, unknownBytes, settleNanos);
  }

  /** The same with another idea of scanning. */
  public DetectorSettings withScans(ScanSettings other) {
    return new DetectorSettings(
        sifting, other, counters, entries, suspects, samples, unknownBytes, settleNanos);
  }

  /** The same with another time of settling. */
  public DetectorSettings withSettleNanos(long nanos) {
    return new DetectorSettings(
        sifting, scans, counters, entries, suspects, samples, unknownBytes, nanos);
  }
}
