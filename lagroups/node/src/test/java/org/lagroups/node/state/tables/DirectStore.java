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

  @Override
  public <T> CompletableFuture<T> write(SqlWork<T> work) {
    return full
        ? CompletableFuture.failedFuture(
            new StateException(StateException.Kind.DISK_FULL, "the disk is full", ""))
        : read(work);
  }

  @Override
  public <T> CompletableFuture<T> read(SqlWork<T> work) {
    try {
      return CompletableFuture.completedFuture(work.run(connection));
    } catch (SQLException e) {
      return CompletableFuture.failedFuture(e);
    }
  }

  @Override
  public CompletableFuture<Void> durable() {
    return CompletableFuture.completedFuture(null);
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
