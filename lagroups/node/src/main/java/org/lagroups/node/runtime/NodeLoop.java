package org.lagroups.node.runtime;

import java.util.function.Supplier;
import org.lagroups.node.state.tables.LoopTimer;

/** The one thread on which all machines of a node run. May be used from any thread. */
public interface NodeLoop extends LoopTimer {

  /** Whether the caller is on the loop. */
  boolean isCurrent();

  /**
   * Runs {@code work} on the loop and waits for its result; for the control API's handlers. On the
   * loop itself it runs at once.
   *
   * @throws RuntimeException what {@code work} has thrown
   * @throws NodeStoppedException if the node has stopped
   */
  <T> T call(Supplier<T> work);

  /** Runs {@code work} on the loop and waits until it has. */
  default void run(Runnable work) {
    call(() -> {
      work.run();
      return true;
    });
  }
}
