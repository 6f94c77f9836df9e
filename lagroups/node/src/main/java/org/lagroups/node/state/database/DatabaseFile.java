package org.lagroups.node.state.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.StateException;

/** Opens the database: checks it, replaces a damaged one, and brings its tables up to date. */
public final class DatabaseFile {

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
      Optional<String> warning = new Recovery(file, schemas, now).run();
      OwnerFiles.createFile(file);
      OwnerFiles.requirePrivate(file);
      Connection connection = Connections.open(file);
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
}
