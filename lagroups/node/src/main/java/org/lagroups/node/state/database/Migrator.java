package org.lagroups.node.state.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.StateException;

/** Brings each owner's tables from the version found to the one wanted, all or nothing. */
final class Migrator {

  private Migrator() {}

  static void migrate(Connection connection, List<Schema> schemas) throws SQLException {
    connection.setAutoCommit(false);
    execute(
        connection,
        "CREATE TABLE IF NOT EXISTS schema_version"
            + " (owner TEXT PRIMARY KEY, version INTEGER NOT NULL) WITHOUT ROWID");
    for (Schema schema : schemas) {
      migrate(connection, schema);
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  /** Keeps what is in an old copy from coming back where it must not, all or nothing. */
  static void afterRestore(Connection connection, List<Schema> schemas) throws SQLException {
    connection.setAutoCommit(false);
    for (Schema schema : schemas) {
      for (String script : schema.afterRestore()) {
        execute(connection, script);
      }
    }
    connection.commit();
    connection.setAutoCommit(true);
  }

  private static void migrate(Connection connection, Schema schema) throws SQLException {
    int found = version(connection, schema.owner());
    int wanted = schema.migrations().size();
    if (found > wanted) {
      throw new StateException(
          StateException.Kind.IO,
          "the database was made by a later version of this program (%s: %d, known: %d)"
              .formatted(schema.owner(), found, wanted),
          "use that version again");
    }
    for (String script : schema.migrations().subList(found, wanted)) {
      execute(connection, script);
    }
    try (PreparedStatement statement =
        connection.prepareStatement("INSERT OR REPLACE INTO schema_version VALUES (?, ?)")) {
      statement.setString(1, schema.owner());
      statement.setInt(2, wanted);
      statement.executeUpdate();
    }
  }

  /** Scripts hold no semicolons but those that end statements. */
  private static void execute(Connection connection, String script) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (String part : script.split(";", -1)) {
        if (!part.isBlank()) {
          statement.execute(part);
        }
      }
    }
  }

  private static int version(Connection connection, String owner) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement("SELECT version FROM schema_version WHERE owner = ?")) {
      statement.setString(1, owner);
      try (ResultSet row = statement.executeQuery()) {
        return row.next() ? row.getInt(1) : 0;
      }
    }
  }
}
