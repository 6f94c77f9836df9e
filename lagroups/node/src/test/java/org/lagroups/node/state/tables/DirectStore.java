package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;

/** A database in memory that writes at once, or when it is told to, or like a full disk never. */
public final class DirectStore implements StateStore, AutoCloseable {

  private final Connection connection;
  private final Deque<Runnable> waiting = new ArrayDeque<>();
  private boolean full;
  private int refusals;
  private boolean isHeld;

  public DirectStore() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      for (String part : String.join("", CoreTables.SCHEMA.migrations()).split(";", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
    }
  }

  public void setFull(boolean isFull) {
    full = isFull;
  }

  /** The next writes, so many, are refused like by a database whose queue is full. */
  void refuseNext(int count) {
    refusals = count;
  }

  /** Leaves all that is written from now on waiting. */
  public void hold() {
    isHeld = true;
  }

  /** Does what waits. */
  public void release() {
    isHeld = false;
    while (!waiting.isEmpty()) {
      waiting.remove().run();
    }
  }

  @Override
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
    if (isHeld) {
      CompletableFuture<T> later = new CompletableFuture<>();
      waiting.add(() -> {
        var _ = write(work).whenComplete((value, failure) -> settle(later, value, failure));
      });
      return later;
    }
    if (full) {
      return CompletableFuture.failedFuture(
          new StateException(StateException.Kind.DISK_FULL, "the disk is full", ""));
    }
    if (refusals > 0) {
      refusals--;
      return CompletableFuture.failedFuture(
          new StateException(StateException.Kind.IO, "the disk cannot keep up", ""));
    }
    try {
      execute("BEGIN");
      T result = work.run(connection);
      execute("COMMIT");
      return CompletableFuture.completedFuture(result);
    } catch (SQLException e) {
      rollBack();
      return CompletableFuture.failedFuture(StateException.forGood("cannot be", "", e));
    }
  }

  @Override
  public <T> CompletableFuture<T> read(SqlWork<T> work) {
    try {
      return CompletableFuture.completedFuture(work.run(connection));
    } catch (SQLException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  private void rollBack() {
    try {
      execute("ROLLBACK");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private void execute(String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static <T> void settle(
      CompletableFuture<T> later, @Nullable T value, @Nullable Throwable failure) {
    if (failure != null) {
      later.completeExceptionally(failure);
    } else {
      later.complete(value);
    }
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
