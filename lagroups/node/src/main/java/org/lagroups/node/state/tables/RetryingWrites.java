package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateStore;

/**
 * Writes that are tried again until the disk takes them, so that a full disk stops nothing and
 * loses nothing once there is room. Of several writes under one key only the last is carried out.
 *
 * <p>On the event loop. Bounded by the number of keys, which their tables bound.
 */
public final class RetryingWrites {

  /** How long after a failure it is tried again. */
  static final long RETRY_MILLIS = 1_000;

  /** The most calls back kept for a key; beyond that the oldest never come. */
  static final int MAX_CALLBACKS = 256;

  private final StateStore store;
  private final LoopTimer loop;
  private Map<Object, Pending> waiting = new LinkedHashMap<>();
  private List<CompletableFuture<Void>> awaiting = new ArrayList<>();
  private boolean underWay;

  public RetryingWrites(StateStore store, LoopTimer loop) {
    this.store = store;
    this.loop = loop;
  }

  /**
   * Carries out {@code work}, unless another under the same key takes its place before.
   *
   * @param whenDurable called on the loop once this and all earlier writes are on disk
   */
  void put(Object key, SqlWork<?> work, Runnable whenDurable) {
    Pending pending = waiting.remove(key);
    if (pending == null) {
      pending = new Pending();
    }
    pending.work = work;
    pending.add(whenDurable);
    waiting.put(key, pending); // again at the end: writes keep the order of the last calls
    begin();
  }

  void put(Object key, SqlWork<?> work) {
    put(key, work, () -> {});
  }

  /**
   * Completed on the loop once all that has been put so far is on disk; fails as soon as an attempt
   * has failed, which is repeated all the same.
   */
  public CompletableFuture<Void> durable() {
    CompletableFuture<Void> result = new CompletableFuture<>();
    awaiting.add(result);
    begin();
    return result;
  }

  private void begin() {
    if (underWay) {
      return;
    }
    underWay = true;
    Map<Object, Pending> batch = waiting;
    List<CompletableFuture<Void>> told = awaiting;
    waiting = new LinkedHashMap<>();
    awaiting = new ArrayList<>();
    List<SqlWork<?>> works = new ArrayList<>();
    batch.values().forEach(pending -> works.add(pending.work));
    var _ =
        store
            .write(connection -> runAll(works, connection))
            .whenComplete((done, failure) -> loop.execute(() -> end(batch, told, failure)));
  }

  private void end(
      Map<Object, Pending> batch, List<CompletableFuture<Void>> told, @Nullable Throwable failure) {
    if (failure == null) {
      underWay = false;
      batch.values().forEach(Pending::tell);
      told.forEach(future -> future.complete(null));
      if (!waiting.isEmpty() || !awaiting.isEmpty()) {
        begin();
      }
      return;
    }
    keepForLater(batch);
    told.forEach(future -> future.completeExceptionally(failure));
    awaiting.forEach(future -> future.completeExceptionally(failure));
    awaiting.clear();
    loop.schedule(
        RETRY_MILLIS,
        () -> {
          underWay = false;
          begin();
        });
  }

  private void keepForLater(Map<Object, Pending> failed) {
    Map<Object, Pending> later = new LinkedHashMap<>(failed);
    waiting.forEach((key, newer) -> {
      Pending older = later.remove(key);
      if (older != null) {
        older.work = newer.work;
        newer.callbacks.forEach(older::add);
      }
      later.put(key, older == null ? newer : older);
    });
    waiting = later;
  }

  private static boolean runAll(List<SqlWork<?>> works, Connection connection) throws SQLException {
    for (SqlWork<?> work : works) {
      work.run(connection);
    }
    return true;
  }

  private static final class Pending {
    private SqlWork<?> work = connection -> true;
    private final Deque<Runnable> callbacks = new ArrayDeque<>();

    void add(Runnable callback) {
      if (callbacks.size() == MAX_CALLBACKS) {
        callbacks.removeFirst();
      }
      callbacks.addLast(callback);
    }

    void tell() {
      callbacks.forEach(Runnable::run);
    }
  }
}
