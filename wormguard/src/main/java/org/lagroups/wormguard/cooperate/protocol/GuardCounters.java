package org.lagroups.wormguard.cooperate.protocol;

import java.util.EnumMap;
import java.util.Map;

/** What the machine has counted. */
public final class GuardCounters {

  private final Map<GuardDrop, Long> dropped = new EnumMap<>(GuardDrop.class);

  GuardCounters() {}

  /** How much was dropped for a reason. */
  public long dropped(GuardDrop reason) {
    return dropped.getOrDefault(reason, 0L);
  }

  void drop(GuardDrop reason) {
    dropped.merge(reason, 1L, Long::sum);
  }
}
