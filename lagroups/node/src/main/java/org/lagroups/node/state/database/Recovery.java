package org.lagroups.node.state.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;

/**
 * What is done about a damaged database before it is opened: it is moved aside, never deleted, and
 * its copy takes its place. A kill in between leaves a state with which the next start goes on.
 */
final class Recovery {

  private static final DateTimeFormatter STAMP =
      DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

  private final Path file;
  private final List<Schema> schemas;
  private final Instant now;
  private final SpareCopy copy;

  Recovery(Path file, List<Schema> schemas, Instant now) {
    this.file = file;
    this.schemas = schemas;
    this.now = now;
    this.copy = new SpareCopy(file);
  }

  /** Answers what was wrong, what is lost by it and what to do; empty if nothing was wrong. */
  Optional<String> run() throws SQLException, IOException {
    Optional<String> damage = damage();
    return damage.isPresent() ? Optional.of(replace(damage.get())) : Optional.empty();
  }

  private Optional<String> damage() throws SQLException {
    if (!Files.exists(file)) {
      return copy.exists() ? Optional.of("the file was missing") : Optional.empty();
    }
    OwnerFiles.requirePrivate(file);
    return Damage.of(file, copy.exists());
  }

  private String replace(String damage) throws SQLException, IOException {
    if (!copy.exists()) {
      return found(damage) + lost("");
    }
    Instant made = copy.made();
    Optional<String> copyDamage = copy.damage();
    if (copyDamage.isPresent()) {
      Path aside = moveAside(copy.file());
      return found(damage)
          + lost(
              " Its copy was damaged too (" + copyDamage.get() + ") and is now at " + aside + ".");
    }
    String found = found(damage);
    copy.restore(schemas);
    return found + restored(made);
  }

  /** Moves the database aside, and says so. */
  private String found(String damage) throws IOException {
    if (!Files.exists(file)) {
      return "The database was damaged (" + damage + ").";
    }
    return "The database was damaged (" + damage + ") and is now at " + moveAside(file) + ".";
  }

  private Path moveAside(Path damaged) throws IOException {
    String suffix = ".damaged-" + STAMP.format(now);
    Path aside = damaged.resolveSibling(damaged.getFileName() + suffix);
    for (int i = 2; Files.exists(aside); i++) {
      aside = damaged.resolveSibling(damaged.getFileName() + suffix + "-" + i);
    }
    for (String part : List.of("-wal", "-shm", "")) {
      Path from = damaged.resolveSibling(damaged.getFileName() + part);
      if (Files.exists(from)) { // SQLite deletes the first two when it closes a database properly
        Files.move(
            from, aside.resolveSibling(aside.getFileName() + part), StandardCopyOption.ATOMIC_MOVE);
      }
    }
    return aside;
  }

  private String restored(Instant made) {
    return " The node goes on from the copy of "
        + made.truncatedTo(ChronoUnit.SECONDS)
        + ", "
        + age(made)
        + " before this start: what was changed after it is forgotten. Look at your groups and bans"
        + " (lag group list, lag group show) and at what applications have stored, and make new"
        + " invitations: those that were not used yet are no longer valid.";
  }

  private String age(Instant made) {
    Duration age = Duration.between(made, now);
    if (age.compareTo(Duration.ofMinutes(2)) < 0) {
      return Math.max(0, age.toSeconds()) + " seconds";
    }
    if (age.compareTo(Duration.ofHours(2)) < 0) {
      return age.toMinutes() + " minutes";
    }
    return age.compareTo(Duration.ofDays(2)) < 0
        ? age.toHours() + " hours"
        : age.toDays() + " days";
  }

  private static String lost(String copy) {
    return copy
        + " The node keeps its identity, but has forgotten its groups, its invitations and what"
        + " applications had stored. To get them back, stop the node and put a copy from a backup"
        + " in the place of state.db, or try: sqlite3 DAMAGED-FILE .recover | sqlite3 state.db."
        + " Otherwise ask a member of each group for a new invitation: lag group invite.";
  }
}
