package org.lagroups.node.state.database;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.lagroups.node.state.StateException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * Keeps a copy of the database beside it, on a thread and a connection of its own: soon after a
 * change, and again before the node ends. It holds up neither readers nor writers.
 */
public final class DatabaseCopier implements AutoCloseable {

  /** How often it looks for changes: a change after a quiet time is copied within this. */
  static final long POLL_MILLIS = 2_000;

  /** From one copy to the next passes at least this. */
  static final long SPACING_MILLIS = 15_000;

  /** A copy that took long is made the more seldom: a twentieth of the time goes into copying. */
  static final long SPACING_FACTOR = 20;

  /** How long closing waits for the last copy. */
  static final long MAX_CLOSE_MILLIS = 10_000;

  private static final Logger LOG = LoggerFactory.getLogger(DatabaseCopier.class);

  private final SpareCopy copy;
  private final Connection connection;
  private final PreparedStatement vacuum;
  private final long spacingMillis;
  private final Thread thread;
  private final CountDownLatch closing = new CountDownLatch(1);

  /** Which version was copied last; on the thread. */
  private String copied = "";

  /** Whether the last attempt has failed, and has been logged; on the thread. */
  private boolean failing;

  /** Not before then the next copy is made; on the thread. */
  private long dueNanos = System.nanoTime();

  private DatabaseCopier(Path file, Connection connection, long spacingMillis) throws SQLException {
    this.copy = new SpareCopy(file);
    this.connection = connection;
    this.vacuum = connection.prepareStatement("VACUUM INTO ?");
    this.spacingMillis = spacingMillis;
    this.thread = Thread.ofPlatform().name("lag-copy").daemon().start(this::serve);
  }

  /**
   * Begins.
   *
   * @param file an open database; to be closed after this
   * @throws StateException if it cannot be opened once more
   */
  public static DatabaseCopier start(Path file) {
    return start(file, SPACING_MILLIS);
  }

  static DatabaseCopier start(Path file, long spacingMillis) {
    try {
      return new DatabaseCopier(file, Connections.open(file), spacingMillis);
    } catch (SQLException e) {
      throw new DatabaseErrors(file).explain(e);
    }
  }

  /** Copies what has changed since the last copy, and ends; gives up if that takes too long. */
  @Override
  public void close() {
    closing.countDown();
    try {
      if (!thread.join(Duration.ofMillis(MAX_CLOSE_MILLIS))) {
        vacuum.cancel();
        thread.join();
      }
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("cannot stop copying the database");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void serve() {
    try (connection) {
      boolean last = false;
      while (!last) {
        last = closing.await(Math.min(POLL_MILLIS, spacingMillis), TimeUnit.MILLISECONDS);
        if (last || System.nanoTime() - dueNanos >= 0) {
          copyChanges();
        }
      }
    } catch (SQLException e) {
      LOG.atWarn().setCause(e).log("a connection to the database did not close properly");
    } catch (InterruptedException e) {
      throw new IllegalStateException("nobody interrupts this thread", e);
    }
  }

  private void copyChanges() {
    long began = System.nanoTime();
    try {
      String now = version();
      if (now.equals(copied)) {
        return;
      }
      copy.make(vacuum);
      copied = now;
      failing = false;
    } catch (SQLException | IOException | StateException e) {
      logFailure(e);
      failing = true;
    }
    dueNanos = System.nanoTime() + pauseNanos(System.nanoTime() - began);
  }

  /** In one line, for it is expected where disks fill up; the whole of it only when debugging. */
  private void logFailure(Exception e) {
    LOG.atLevel(failing ? Level.DEBUG : Level.WARN)
        .addKeyValue("why", e instanceof FileSystemException ? e.toString() : e.getMessage())
        .log("cannot copy the database; the copy before stays, and it is tried again");
    LOG.atDebug().setCause(e).log("why the database cannot be copied");
  }

  private long pauseNanos(long tookNanos) {
    return Math.max(TimeUnit.MILLISECONDS.toNanos(spacingMillis), SPACING_FACTOR * tookNanos);
  }

  /** Changes when another connection has changed the database. */
  private String version() throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("PRAGMA data_version")) {
      return row.next() ? row.getString(1) : "";
    }
  }
}
