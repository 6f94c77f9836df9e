package org.lagroups.node.state.tables;

import java.util.concurrent.Executor;

/** The node's event loop, as far as the tables need it. */
public interface LoopTimer extends Executor {

  /** Runs {@code work} on the loop after {@code delayMillis}, 0 or more; not if the node stops. */
  void schedule(long delayMillis, Runnable work);
}
