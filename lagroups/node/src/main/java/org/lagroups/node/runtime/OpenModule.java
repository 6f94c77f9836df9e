package org.lagroups.node.runtime;

import java.util.List;
import org.lagroups.node.control.ApiRoute;

/** A module that takes part in one node, from {@link NodeModule#open} to {@link #close}. */
public interface OpenModule {

  /**
   * Begins: hosts its machines. Called once, on the event loop, after the core's machines have
   * started and before the first message arrives.
   */
  void start(NodeServices services);

  /**
   * Its part of the control API. Asked once, after {@link #start}; handlers run on other threads.
   */
  List<ApiRoute> routes();

  /**
   * Ends: takes on no more work. Called once, on the event loop, while sessions are still up, if
   * {@link #start} was called.
   */
  default void stop() {}

  /**
   * Closes files and ends threads. Called once, last, on a thread that may block; also when the
   * node did not get as far as {@link #start}.
   */
  default void close() {}
}
