package org.lagroups.node.runtime;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.lagroups.core.monitor.Monitor;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.ApiRoute;

/** A module that takes part in one node, from {@link NodeModule#open} to {@link #close}. */
public interface OpenModule {

  /**
   * A test that members of all groups have to pass besides the node's own, if the module has one.
   * Who is not found to fail passes, so it holds up nobody's admission. Asked once, on the event
   * loop, before {@link #start}.
   */
  default Optional<Monitor> test() {
    return Optional.empty();
  }

  /**
   * Begins: hosts its machines. Called once, on the event loop, after the core's machines have
   * started and before the first message arrives.
   */
  void start(NodeServices services);

  /**
   * Its part of the control API. Asked once, after {@link #start}; handlers run on other threads.
   */
  List<ApiRoute> routes();

  /** What somebody should look at, as long as it holds, and what to do. From any thread. */
  default List<String> warnings() {
    return List.of();
  }

  /** The node has joined or made a group, and tests its members. On the event loop. */
  default void joined(GroupId group) {}

  /** The node has left a group, and forgotten whom it had banned there. On the event loop. */
  default void left(GroupId group) {}

  /**
   * The person at the node has banned another one himself, has lifted its ban or vouched for it,
   * and stands behind that from now on, whatever the module had decided. On the event loop, in the
   * turn in which the attestor has been told.
   */
  default void judged(GroupId group, NodeId node) {}

  /**
   * Takes leave of other nodes, such that they lose nothing by the end of this one. Called once, on
   * the event loop, before {@link #stop}, while everything else still runs.
   *
   * @return done when it may be stopped; after 5 s it is in any case
   */
  default CompletableFuture<Void> leave() {
    return CompletableFuture.completedFuture(null);
  }

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
