package org.lagroups.wormguard.cli;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.lagroups.wormguard.flow.stream.SegmentFate;
import org.lagroups.wormguard.inspect.InspectCounts;
import org.lagroups.wormguard.rule.Rule;

/**
 * What came of a scan, as JSON.
 *
 * @param matcher what looked for literals
 * @param isWhole whether nobody ended it early
 * @param decoded what came of frames, by kind; those that did not occur are left out
 * @param inner the same of packets within others and of those put together from fragments
 * @param fragments what became of fragments
 * @param segments what became of TCP segments
 * @param gaveUp how often it took too long to say whether a rule holds
 * @param lost what found no room: windows of streams, flow bits, counters of thresholds
 * @param signatures the rules that alerted most often, up to {@link #MOST_SIGNATURES}
 * @param damage captures that could not be read to their end
 */
record ScanView(
    int rules,
    long refused,
    String matcher,
    boolean isWhole,
    long frames,
    long bytes,
    double seconds,
    double framesPerSecond,
    double bitsPerSecond,
    Map<String, Long> decoded,
    Map<String, Long> inner,
    Map<String, Long> fragments,
    long badChecksums,
    long flows,
    Map<String, Long> segments,
    long alerts,
    long gaveUp,
    Map<String, Long> lost,
    List<SignatureView> signatures,
    List<DamageView> damage) {

  /** The most signatures that are named. */
  static final int MOST_SIGNATURES = 20;

  private static final int BITS_PER_BYTE = 8;

  ScanView {
    decoded = new LinkedHashMap<>(decoded);
    inner = new LinkedHashMap<>(inner);
    fragments = new LinkedHashMap<>(fragments);
    segments = new LinkedHashMap<>(segments);
    lost = new LinkedHashMap<>(lost);
    signatures = List.copyOf(signatures);
    damage = List.copyOf(damage);
  }

  /** A rule with its alerts. */
  record SignatureView(long gid, long sid, long rev, String msg, long alerts) {}

  /**
   * A capture that ended early.
   *
   * @param frames how many there were before
   * @param offset the byte from which on it cannot be read
   */
  record DamageView(String file, long frames, long offset, String what) {}

  static ScanView of(
      RuleFiles.Loaded loaded,
      String matcher,
      InspectCounts counts,
      double seconds,
      IdentityHashMap<Rule, Integer> alerts,
      List<DamageView> damage,
      boolean isWhole) {
    return new ScanView(
        loaded.rules().size(),
        loaded.refused(),
        matcher,
        isWhole,
        counts.frames(),
        counts.bytes(),
        seconds,
        counts.frames() / seconds,
        counts.bytes() * BITS_PER_BYTE / seconds,
        named(counts.decoded()),
        named(counts.inner()),
        named(counts.fragments()),
        counts.badChecksums(),
        counts.flowsBegun(),
        segments(counts),
        counts.alerts(),
        counts.gaveUp(),
        lost(counts),
        signatures(alerts),
        damage);
  }

  private static Map<String, Long> segments(InspectCounts counts) {
    return named(new EnumMap<SegmentFate, Long>(counts.segments()));
  }

  private static Map<String, Long> lost(InspectCounts counts) {
    Map<String, Long> lost = new LinkedHashMap<>();
    put(lost, "windows", counts.windowsLost());
    put(lost, "flow_bits", counts.flowBitsLost());
    put(lost, "thresholds", counts.thresholdsLost());
    return lost;
  }

  private static Map<String, Long> named(Map<? extends Enum<?>, Long> counts) {
    Map<String, Long> named = new LinkedHashMap<>();
    counts.forEach((kind, count) -> put(named, kind.name().toLowerCase(Locale.ROOT), count));
    return named;
  }

  private static void put(Map<String, Long> counts, String name, long count) {
    if (count > 0) {
      counts.put(name, count);
    }
  }

  private static List<SignatureView> signatures(IdentityHashMap<Rule, Integer> alerts) {
    return alerts.entrySet().stream()
        .map(entry ->
            new SignatureView(
                entry.getKey().id().group(),
                entry.getKey().id().signature(),
                entry.getKey().id().revision(),
                entry.getKey().notes().message(),
                entry.getValue()))
        .sorted(
            Comparator.comparingLong(SignatureView::alerts)
                .reversed()
                .thenComparingLong(SignatureView::sid))
        .limit(MOST_SIGNATURES)
        .toList();
  }
}
