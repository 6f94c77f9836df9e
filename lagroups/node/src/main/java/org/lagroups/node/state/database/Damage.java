package org.lagroups.node.state.database;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.lagroups.node.state.StateException;

/** Finds out whether a file is a whole database. */
final class Damage {

  private Damage() {}

  /**
   * What is wrong with a file, if anything is.
   *
   * @param wanted whether there have to be tables in it: SQLite takes an empty file for an empty
   *     database
   * @throws SQLException if the file cannot be looked at
   */
  static Optional<String> of(Path file, boolean wanted) throws SQLException {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement statement = connection.createStatement()) {
      String found = first(statement, "PRAGMA quick_check(1)");
      if (!found.equals("ok")) {
        return Optional.of(found);
      }
      String tables =
          first(statement, "SELECT COUNT(*) FROM sqlite_schema WHERE name = 'schema_version'");
      return wanted && tables.equals("0") ? Optional.of("it is empty") : Optional.empty();
    } catch (SQLException e) {
      if (new DatabaseErrors(file).explain(e).kind() == StateException.Kind.DAMAGED) {
        return Optional.of(String.valueOf(e.getMessage()));
      }
      throw e;
    }
  }

  private static String first(Statement statement, String sql) throws SQLException {
    try (ResultSet answer = statement.executeQuery(sql)) {
      return answer.next() ? answer.getString(1) : "no answer";
    }
  }
}
