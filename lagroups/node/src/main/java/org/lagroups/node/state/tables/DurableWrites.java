package org.lagroups.node.state.tables;

import java.util.concurrent.CompletableFuture;
import org.lagroups.node.state.SqlWork;

/**
 * Where a change goes that must not be lost: it is tried again until the disk takes it. What one
 * turn of the event loop puts here, the node's own changes among it, goes to disk together.
 *
 * <p>On the event loop only.
 */
public interface DurableWrites {

  /**
   * Carries out {@code work}, unless another under the same key takes its place before. The number
   * of keys has to be bounded. Work that no disk could take, because it violates a constraint for
   * instance, is logged, counted and given up.
   *
   * @param key equal to no other owner's keys
   */
  void put(Object key, SqlWork<?> work);

  /**
   * Whether changes are on disk; asked for in the turn of the loop that has made them.
   *
   * @return completed on the loop once all that has been put so far is on disk. Fails, with a
   *     {@link org.lagroups.node.state.StateException}, as soon as an attempt has failed, which is
   *     repeated all the same, or one of the writes under way has been given up
   */
  CompletableFuture<Void> durable();
}
