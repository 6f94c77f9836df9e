package org.lagroups.wormguard.packet.fragment;

import java.util.EnumMap;
import java.util.Map;

/** How often what became of fragments. */
public final class FragmentCounts {

  private final Map<Fate, Long> counts = new EnumMap<>(Fate.class);

  /** Made by the reassembler that counts. */
  FragmentCounts() {}

  /** How often. */
  public long of(Fate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  void count(Fate fate) {
    counts.merge(fate, 1L, Long::sum);
  }
}
