package org.lagroups.node.state;

import java.util.concurrent.CompletableFuture;

/**
 * The node's embedded database. May be called from any thread; never blocks.
 *
 * <p>Calls are carried out one after the other in the order in which they were made. A future fails
 * with a {@link StateException} that says what happened and what to do; so does one that is refused
 * because too much is under way. Nothing is tried again: for what must not be lost there is {@link
 * org.lagroups.node.state.tables.DurableWrites}.
 */
public interface StateStore {

  /**
   * Changes the database in a transaction of its own.
   *
   * @return completed once the change is on disk, so that not even a power failure undoes it; on
   *     the database's thread, which a continuation must not hold up
   */
  <T> CompletableFuture<T> write(SqlWork<T> work);

  /** Reads the database as all earlier writes have left it. */
  <T> CompletableFuture<T> read(SqlWork<T> work);
}
