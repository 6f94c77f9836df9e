package org.lagroups.node.state.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.StateException;

/**
 * The copy of a database that lies beside it, to take its place should it be damaged. There is
 * either none or a whole one, whatever is killed.
 */
final class SpareCopy {

  /** Room that a copy leaves on the disk, beside what the database may need to grow. */
  static final long SPARED_BYTES = 16L << 20;

  private final Path database;

  SpareCopy(Path database) {
    this.database = database;
  }

  Path file() {
    return database.resolveSibling(database.getFileName() + ".copy");
  }

  /** Where a copy is made; what a kill has left there is worth nothing. */
  private Path fresh() {
    return database.resolveSibling(database.getFileName() + ".copy.new");
  }

  boolean exists() {
    return Files.exists(file());
  }

  /** When it was made. */
  Instant made() throws IOException {
    return Files.getLastModifiedTime(file()).toInstant();
  }

  /** What is wrong with it, if anything is. */
  Optional<String> damage() throws SQLException {
    return Damage.of(file(), true);
  }

  /**
   * Makes it again, and puts it in the place of the one before once it is found to be whole.
   *
   * @param vacuum {@code VACUUM INTO ?} on a connection to the database, with which another thread
   *     may stop this
   * @throws SQLException if the database cannot be copied; the copy before stays
   */
  void make(PreparedStatement vacuum) throws SQLException, IOException {
    requireRoom();
    Path fresh = fresh();
    Files.deleteIfExists(fresh);
    OwnerFiles.createFile(fresh);
    try {
      vacuum.setString(1, fresh.toString());
      vacuum.execute();
      Optional<String> damage = Damage.of(fresh, true);
      if (damage.isPresent()) {
        throw new StateException(
            StateException.Kind.DAMAGED,
            "a copy of the database would be damaged: " + damage.get(),
            "restart the node: it looks at the database then");
      }
      OwnerFiles.replace(file(), fresh);
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  /**
   * Puts it in the place of the database, which is not there; the copy stays.
   *
   * @param schemas what to bring the tables up to, and what to do about their age
   */
  void restore(List<Schema> schemas) throws SQLException, IOException {
    Path fresh = database.resolveSibling(database.getFileName() + ".new");
    Files.deleteIfExists(fresh);
    OwnerFiles.createFile(fresh);
    try (FileChannel from = FileChannel.open(file(), StandardOpenOption.READ);
        FileChannel to = FileChannel.open(fresh, StandardOpenOption.WRITE)) {
      long at = 0;
      while (at < from.size()) {
        at += from.transferTo(at, from.size() - at, to);
      }
    }
    try (Connection connection = Connections.open(fresh)) {
      Migrator.migrate(connection, schemas);
      Migrator.afterRestore(connection, schemas);
    }
    OwnerFiles.replace(database, fresh);
  }

  private void requireRoom() throws IOException {
    long needed = 2 * size(database) + 2 * size(wal()) + SPARED_BYTES;
    long room = Files.getFileStore(database).getUsableSpace();
    if (room < needed) {
      throw new StateException(
          StateException.Kind.DISK_FULL,
          "no room for a copy of the database " + database,
          "free some space: %d MiB at least".formatted(((needed - room) >> 20) + 1));
    }
  }

  private Path wal() {
    return database.resolveSibling(database.getFileName() + "-wal");
  }

  private static long size(Path file) throws IOException {
    return Files.exists(file) ? Files.size(file) : 0;
  }
}
