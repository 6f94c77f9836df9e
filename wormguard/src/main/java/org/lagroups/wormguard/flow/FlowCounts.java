package org.lagroups.wormguard.flow;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** How many flows began and ended. */
public final class FlowCounts {

  private final Map<FlowEnd, Tally> ended = new EnumMap<>(FlowEnd.class);
  private long begun;

  /** Made by the table that counts. */
  FlowCounts() {
    for (FlowEnd why : FlowEnd.values()) {
      ended.put(why, new Tally());
    }
  }

  /** How many have begun. */
  public long begun() {
    return begun;
  }

  /** How many ended for a reason. */
  public long ended(FlowEnd why) {
    return tally(why).count;
  }

  void countBegun() {
    begun++;
  }

  void countEnded(FlowEnd why) {
    tally(why).count++;
  }

  private Tally tally(FlowEnd why) {
    return Objects.requireNonNull(ended.get(why));
  }

  private static final class Tally {
    private long count;
  }
}
