package org.lagroups.multicast.relay;

import java.util.function.Consumer;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;

/** Plans relay trees; may take a while, so not necessarily on the thread that asks. */
@FunctionalInterface
public interface Planner {

  /**
   * Plans. There is one request at a time.
   *
   * @param then called with the plan, at once or later on the same thread
   */
  void plan(Capacities<Integer> capacities, Consumer<PlanOutcome<Integer>> then);
}
