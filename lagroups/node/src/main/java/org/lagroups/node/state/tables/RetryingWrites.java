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
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes that are tried again until the disk takes them, so that a full disk stops nothing and
 * loses nothing once there is room. Of several writes under one key only the last is carried out.
 *
 * <p>What one turn of the loop has put goes to disk in one transaction. If that fails for a reason
 * that will not pass, a violated constraint for instance, each write is carried out on its own:
 * those to blame are given up, and hold up no others.
 *
 * <p>On the event loop, but for {@link #givenUp}. Bounded by the number of keys, which their tables
 * bound.
 */
public final class RetryingWrites implements DurableWrites {

  /** How long after a failure it is tried again. */
  static final long RETRY_MILLIS = 1_000;

  /** The most calls back kept for a key; beyond that the oldest never come. */
  static final int MAX_CALLBACKS = 256;

  private static final Logger LOG = LoggerFactory.getLogger(RetryingWrites.class);

  private final StateStore store;
  private final LoopTimer loop;
  private final AtomicLong givenUp = new AtomicLong();
  private Map<Object, Pending> waiting = new LinkedHashMap<>();
  private List<CompletableFuture<Void>> awaiting = new ArrayList<>();

  /** Whether the next attempt is scheduled, or one is under way. */
  private boolean busy;

  public RetryingWrites(StateStore store, LoopTimer loop) {
    this.store = store;
    this.loop = loop;
  }

  /**
   * Carries out {@code work}, unless another under the same key takes its place before.
   *
   * @param whenDurable called on the loop once this and all earlier writes are on disk; never if
   *     the work is given up
   */
  void put(Object key, SqlWork<?> work, Runnable whenDurable) {
    Pending pending = waiting.remove(key);
    if (pending == null) {
      pending = new Pending();
    }
    pending.work = work;
    pending.add(whenDurable);
    waiting.put(key, pending); // again at the end: writes keep the order of the last calls
    beginSoon();
  }

  @Override
  public void put(Object key, SqlWork<?> work) {
    put(key, work, () -> {});
  }

  @Override
  public CompletableFuture<Void> durable() {
    CompletableFuture<Void> result = new CompletableFuture<>();
    awaiting.add(result);
    beginSoon();
    return result;
  }

  /** How many writes could not be carried out on any disk, and were dropped. From any thread. */
  public long givenUp() {
    return givenUp.get();
  }

  private void beginSoon() {
    if (!busy) {
      busy = true;
      loop.execute(this::begin);
    }
  }

  private void begin() {
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
    if (failure != null && isForGood(failure)) {
      eachOnItsOwn(batch, told);
      return;
    }
    if (failure != null) {
      keepForLater(batch);
      fail(told, failure);
      loop.schedule(RETRY_MILLIS, this::begin);
      return;
    }
    batch.values().forEach(Pending::tell);
    told.forEach(future -> future.complete(null));
    goOn();
  }

  private void goOn() {
    busy = false;
    if (!waiting.isEmpty() || !awaiting.isEmpty()) {
      beginSoon();
    }
  }

  private void eachOnItsOwn(Map<Object, Pending> batch, List<CompletableFuture<Void>> told) {
    Map<Object, CompletableFuture<?>> attempts = new LinkedHashMap<>();
    batch.forEach((key, pending) -> attempts.put(key, store.write(pending.work)));
    var _ =
        CompletableFuture.allOf(attempts.values().toArray(CompletableFuture<?>[]::new))
            .whenComplete((done, failure) -> loop.execute(() -> sort(batch, attempts, told)));
  }

  private void sort(
      Map<Object, Pending> batch,
      Map<Object, CompletableFuture<?>> attempts,
      List<CompletableFuture<Void>> told) {
    Map<Object, Pending> again = new LinkedHashMap<>();
    @Nullable Throwable last = null;
    for (Map.Entry<Object, Pending> one : batch.entrySet()) {
      CompletableFuture<?> attempt = attempts.get(one.getKey());
      if (attempt == null || !attempt.isCompletedExceptionally()) {
        if (again.isEmpty()) {
          one.getValue().tell();
        } else {
          again.put(one.getKey(), one.getValue().done());
        }
        continue;
      }
      last = attempt.exceptionNow();
      if (isForGood(last)) {
        giveUp(one.getKey(), last);
      } else {
        again.put(one.getKey(), one.getValue());
      }
    }
    if (last == null) {
      told.forEach(future -> future.complete(null));
    } else {
      fail(told, last);
    }
    if (again.isEmpty()) {
      goOn();
    } else {
      keepForLater(again);
      loop.schedule(RETRY_MILLIS, this::begin);
    }
  }

  private void giveUp(Object key, Throwable why) {
    givenUp.incrementAndGet();
    LOG.atError()
        .setCause(why)
        .addKeyValue("what", key)
        .log("a fault in this program: a change cannot be saved and is lost when the node ends");
  }

  /** Fails also those asked for since the attempt began: they cover its writes as well. */
  private void fail(List<CompletableFuture<Void>> told, Throwable why) {
    List<CompletableFuture<Void>> since = awaiting;
    awaiting = new ArrayList<>();
    told.forEach(future -> future.completeExceptionally(why));
    since.forEach(future -> future.completeExceptionally(why));
  }

  private static boolean isForGood(Throwable failure) {
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    return cause instanceof StateException state && state.isForGood();
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

    /** Is on disk; its callbacks wait for an earlier one that is not. */
    Pending done() {
      work = connection -> true;
      return this;
    }
  }
}
