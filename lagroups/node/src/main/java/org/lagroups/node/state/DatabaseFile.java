package org.lagroups.node.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/** Opens the database: checks it, moves a damaged one aside, and brings its tables up to date. */
public final class DatabaseFile {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private DatabaseFile() {}

  /**
   * What has been opened.
   *
   * @param warning what was wrong with the file found, what is lost by it, and what to do
   */
  public record Opened(Database database, Optional<String> warning) {}

  /**
   * Opens or makes the database. The caller holds the home's lock.
   *
   * @param schemas the tables wanted
   * @param now for the name of a damaged file that is moved aside
   * @throws StateException if it cannot be opened, or a later version of this program made it
   */
  public static Opened open(Path file, List<Schema> schemas, Instant now) {
    DatabaseErrors errors = new DatabaseErrors(file);
    try {
      OwnerFiles.createFile(file);
      OwnerFiles.requirePrivate(file);
      Optional<String> warning = Optional.empty();
      Optional<String> damage = damage(file);
      if (damage.isPresent()) {
        Path aside = moveAside(file, now);
        OwnerFiles.createFile(file);
        warning = Optional.of(lossNotice(damage.get(), aside));
      }
      Connection connection = connect(file);
      try {
        Migrator.migrate(connection, schemas);
      } catch (SQLException | RuntimeException e) {
        connection.close();
        throw e;
      }
      return new Opened(new Database(connection, errors, "lag-state"), warning);
    } catch (SQLException e) {
      throw errors.explain(e);
    } catch (IOException e) {
      throw OwnerFiles.failed("cannot open the database " + file, file, e);
    }
  }

  private static Connection connect(Path file) throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
    try (Statement statement = connection.createStatement()) {
      statement.execute("PRAGMA journal_mode = WAL");
      statement.execute("PRAGMA synchronous = FULL");
      statement.execute("PRAGMA foreign_keys = ON");
      statement.execute("PRAGMA busy_timeout = 5000");
    }
    return connection;
  }

  /** What is wrong with the file, if anything is. */
  private static Optional<String> damage(Path file) throws SQLException {
    try (Connection connection = connect(file);
        Statement statement = connection.createStatement();
        ResultSet answer = statement.executeQuery("PRAGMA quick_check(1)")) {
      String found = answer.next() ? answer.getString(1) : "no answer";
      return found.equals("ok") ? Optional.empty() : Optional.of(found);
    } catch (SQLException e) {
      if (new DatabaseErrors(file).explain(e).kind() == StateException.Kind.DAMAGED) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private static Path moveAside(Path file, Instant now) throws IOException {
    String suffix = ".damaged-" + STAMP.format(now);
    Path aside = file.resolveSibling(file.getFileName() + suffix);
    for (int i = 2; Files.exists(aside); i++) {
      aside = file.resolveSibling(file.getFileName() + suffix + "-" + i);
    }
    for (String part : List.of("", "-wal", "-shm")) {
      Path from = file.resolveSibling(file.getFileName() + part);
      if (Files.exists(from)) { // SQLite deletes the last two when it closes a database properly
        Files.move(
            from, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return aside;
  }

  private static String lossNotice(String damage, Path aside) {
    return "The database was damaged ("
        + damage
        + ") and is now at "
        + aside
        + ". The node keeps its identity, but has forgotten its groups, its invitations and what"
        + " applications had stored. To get them back, stop the node and put a copy from a backup"
        + " in its place, or try: sqlite3 "
        + aside
        + " .recover | sqlite3 state.db. Otherwise ask a member of each group for a new"
        + " invitation: lag group invite.";
  }
}
