package org.lagroups.multicast.runtime;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.lagroups.multicast.plan.Capacities;
import org.lagroups.multicast.plan.PlanOutcome;
import org.lagroups.multicast.plan.RelayPlanner;
import org.lagroups.multicast.relay.Planner;

/** Plans off the event loop, where a plan would hold up everything else. */
final class PlanningThread implements Planner, AutoCloseable {

  private final RelayPlanner<Integer> planner = new RelayPlanner<>();
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().name("lag-cast-plan").daemon().factory());

  private final Executor loop;

  /** Answers on {@code loop}. */
  PlanningThread(Executor loop) {
    this.loop = loop;
  }

  @Override
  public void plan(Capacities<Integer> capacities, Consumer<PlanOutcome<Integer>> then) {
    thread.execute(() -> {
      PlanOutcome<Integer> outcome = planner.plan(capacities);
      loop.execute(() -> then.accept(outcome));
    });
  }

  @Override
  public void close() {
    thread.shutdown();
  }
}
