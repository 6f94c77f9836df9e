package org.lagroups.node.state.tables;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.CompletableFuture;
import org.lagroups.node.state.SqlWork;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateStore;

/** A database in memory that does its work at once, or refuses it like a full disk. */
final class DirectStore implements StateStore, AutoCloseable {

  private final Connection connection;
  private boolean full;
  private int refusals;

  DirectStore() throws SQLException {
    connection = DriverManager.getConnection("jdbc:sqlite::memory:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA foreign_keys = ON");
      for (String part : CoreTables.SCHEMA.migrations().getFirst().split(";", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
    }
  }

  void setFull(boolean isFull) {
    full = isFull;
  }

  /** The next writes, so many, are refused like by a database whose queue is full. */
  void refuseNext(int count) {
    refusals = count;
  }

  @Override
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
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

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
