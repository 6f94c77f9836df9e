package org.lagroups.node.state.database;

import static java.util.concurrent.TimeUnit.MILLISECONDS;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The node's SQLite database on a thread of its own.
 *
 * <p>What has queued up goes to disk in one transaction, so that many small writes cost one wait
 * for the disk. If one of them fails, each is carried out again on its own: work is therefore free
 * of effects other than on the database.
 */
public final class Database implements StateStore, AutoCloseable {

  /** The most pieces of work under way; further ones fail at once. */
  public static final int MAX_QUEUED = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(Database.class);
  private static final int MAX_BATCH = 256;

  /**
   * After a failed write, with nothing else to do, it is tried so often whether the disk is back.
   */
  private static final long PROBE_MILLIS = 1_000;

  private final Connection connection;
  private final DatabaseErrors errors;
  private final LinkedBlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>(MAX_QUEUED);
  private final Thread thread;
  private volatile boolean closing;
  private volatile @Nullable StateException alarm;

  /**
   * Takes over an open connection.
   *
   * @param name of the thread
   */
  Database(Connection connection, DatabaseErrors errors, String name) {
    this.connection = connection;
    this.errors = errors;
    this.thread = Thread.ofPlatform().name(name).daemon().start(this::serve);
  }

  @Override
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
    return submit(new Task<>(work, true));
  }

  @Override
  public <T> CompletableFuture<T> read(SqlWork<T> work) {
    return submit(new Task<>(work, false));
  }

  /** Why the latest write has failed, if it has; the node then cannot keep what changes. */
  public Optional<StateException> alarm() {
    return Optional.ofNullable(alarm);
  }

  /** Completes what has been asked for, and closes the database. */
  @Override
  public void close() {
    closing = true;
    // Wakes the thread up if it waits; when the queue is full it does not.
    boolean woken = queue.offer(new Task<>(connection -> true, false));
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    if (woken) {
      queue.clear();
    }
  }

  private <T> CompletableFuture<T> submit(Task<T> task) {
    if (closing || !queue.offer(task)) {
      task.result.completeExceptionally(
          new StateException(
              StateException.Kind.IO,
              closing ? "the database is closed" : "the disk cannot keep up with the changes",
              "try again later"));
    }
    return task.result;
  }

  private void serve() {
    List<Task<?>> batch = new ArrayList<>();
    try {
      while (!closing || !queue.isEmpty()) {
        Task<?> next = alarm == null ? queue.take() : queue.poll(PROBE_MILLIS, MILLISECONDS);
        batch.add(next == null ? new Task<>(Database::probe, true) : next);
        queue.drainTo(batch, MAX_BATCH - 1);
        carryOut(batch);
        batch.clear();
      }
      connection.close();
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    } catch (SQLException e) {
      alarm = errors.explain(e);
    }
  }

  /** Needs some room on the disk, and gives it back to the database. */
  private static boolean probe(Connection connection) throws SQLException {
    Sql.update(connection, "CREATE TABLE probe (content BLOB)");
    Sql.update(connection, "INSERT INTO probe VALUES (zeroblob(8192))");
    Sql.update(connection, "DROP TABLE probe");
    return true;
  }

  private void carryOut(List<Task<?>> batch) {
    if (inOneTransaction(batch).isEmpty() || batch.size() == 1) {
      batch.forEach(Task::complete);
      return;
    }
    for (Task<?> task : batch) {
      task.forget();
      inOneTransaction(List.of(task));
      task.complete();
    }
  }

  /** Carries all out or none; a failure is noted in the task that caused it, or in all. */
  private Optional<StateException> inOneTransaction(List<Task<?>> tasks) {
    boolean writes = tasks.stream().anyMatch(task -> task.writes);
    @Nullable Task<?> current = null;
    try {
      execute("BEGIN");
      for (Task<?> task : tasks) {
        current = task;
        task.run(connection);
      }
      current = null;
      execute("COMMIT");
      if (writes) {
        alarm = null;
      }
      return Optional.empty();
    } catch (SQLException | RuntimeException e) {
      StateException failure = errors.explain(e);
      if (writes && errors.isOfTheDisk(failure)) {
        alarm = failure;
      }
      List<Task<?>> failed = current == null ? tasks : List.of(current);
      failed.forEach(task -> task.failure = failure);
      rollBack();
      return Optional.of(failure);
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      // After some errors, a full disk among them, SQLite has rolled back by itself, and says so
      // here. Should the transaction still be open, the next BEGIN fails and is reported.
      LOG.atDebug().setCause(e).log("rolled back already");
    }
  }

  /** Without JDBC's own transactions: they lose track when SQLite rolls back by itself. */
  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static final class Task<T> {
    final boolean writes;
    final CompletableFuture<T> result = new CompletableFuture<>();
    private final SqlWork<T> work;
    private @Nullable T value;
    @Nullable StateException failure;

    Task(SqlWork<T> work, boolean writes) {
      this.work = work;
      this.writes = writes;
    }

    void run(Connection connection) throws SQLException {
      value = work.run(connection);
    }

    void forget() {
      value = null;
      failure = null;
    }

    @SuppressWarnings("NullAway") // A piece of work may well answer null, if its type says so.
    void complete() {
      StateException why = failure;
      if (why == null) {
        result.complete(value);
      } else {
        result.completeExceptionally(why);
      }
    }
  }
}
