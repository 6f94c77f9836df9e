package org.lagroups.multicast.tree.place;

import java.util.EnumMap;
import java.util.Map;

/** How often what happened, for statistics. */
public final class TreeCounters {

  private final Map<TreeEvent, Long> counts = new EnumMap<>(TreeEvent.class);

  /** It has happened once more. */
  public void count(TreeEvent event) {
    counts.merge(event, 1L, Long::sum);
  }

  /** How often it has happened. */
  public long of(TreeEvent event) {
    return counts.getOrDefault(event, 0L);
  }
}
