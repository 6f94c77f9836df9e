package org.lagroups.wormguard.flow.stream;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How often what became of segments. */
public final class StreamCounts {

  private final Map<SegmentFate, Tally> tallies = new EnumMap<>(SegmentFate.class);

  /** Made by the streams that count. */
  StreamCounts() {
    for (SegmentFate fate : SegmentFate.values()) {
      tallies.put(fate, new Tally());
    }
  }

  /** How often. */
  public long of(SegmentFate fate) {
    return tally(fate).count;
  }

  void count(SegmentFate fate) {
    tally(fate).count++;
  }

  private Tally tally(SegmentFate fate) {
    return Objects.requireNonNull(tallies.get(fate));
  }

  private static final class Tally {
    private long count;
  }
}
