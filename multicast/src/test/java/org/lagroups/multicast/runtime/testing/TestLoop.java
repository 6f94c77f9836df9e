package org.lagroups.multicast.runtime.testing;

import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.lagroups.node.state.tables.LoopTimer;

/** A loop with a real thread. */
public final class TestLoop implements LoopTimer, AutoCloseable {

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("test-loop").daemon().factory());

  @Override
  public void execute(Runnable work) {
    schedule(0, work);
  }

  /** After its end nothing is run any more, as on a node's loop. */
  @Override
  public void schedule(long delayMillis, Runnable work) {
    try {
      Future<?> ignored = thread.schedule(work, delayMillis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      if (!thread.isShutdown()) {
        throw e;
      }
    }
  }

  /** Runs {@code work} on the loop and waits for its result. */
  public <T> T call(Supplier<T> work) throws Exception {
    return thread.submit(work::get).get(20, TimeUnit.SECONDS);
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
