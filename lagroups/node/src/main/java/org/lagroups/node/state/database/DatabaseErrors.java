package org.lagroups.node.state.database;

import java.nio.file.Path;
import java.sql.SQLException;
import org.lagroups.node.state.StateException;
import org.sqlite.SQLiteErrorCode;
import org.sqlite.SQLiteException;

/** Tells people what an error of the database means, and what to do. */
final class DatabaseErrors {

  private final Path file;

  DatabaseErrors(Path file) {
    this.file = file;
  }

  StateException explain(Exception error) {
    if (error instanceof StateException known) {
      return known;
    }
    if (!(error instanceof SQLException)) {
      return StateException.forGood("a fault in this program: " + error, "please report it", error);
    }
    SQLiteErrorCode code =
        error instanceof SQLiteException e
            ? SQLiteErrorCode.getErrorCode(e.getResultCode().code & 0xff)
            : SQLiteErrorCode.UNKNOWN_ERROR;
    return switch (code) {
      case SQLITE_FULL ->
          new StateException(
              StateException.Kind.DISK_FULL,
              "cannot save to " + file + ": the disk is full",
              "free some space: the node goes on meanwhile, and saves again by itself",
              error);
      case SQLITE_CORRUPT, SQLITE_NOTADB ->
          new StateException(
              StateException.Kind.DAMAGED,
              "the database is damaged: " + file,
              "restart the node: it moves the damaged file aside and goes on from its copy",
              error);
      case SQLITE_READONLY, SQLITE_PERM, SQLITE_CANTOPEN ->
          new StateException(
              StateException.Kind.PERMISSION,
              "may not write to " + file,
              "make sure that you own the file and its folder, and that the disk is not read-only",
              error);
      case SQLITE_CONSTRAINT,
          SQLITE_MISMATCH,
          SQLITE_RANGE,
          SQLITE_TOOBIG,
          SQLITE_ERROR,
          SQLITE_MISUSE ->
          StateException.forGood(
              "the database " + file + " cannot take a change: " + error.getMessage(),
              "please report this fault of the program",
              error);
      default ->
          new StateException(
              StateException.Kind.IO,
              "the database " + file + " fails: " + error.getMessage(),
              "check the disk; the node's log says more",
              error);
    };
  }

  /** Whether a failure says that the disk cannot be written to, and not only one piece of work. */
  boolean isOfTheDisk(StateException failure) {
    return switch (failure.kind()) {
      case DISK_FULL, DAMAGED, PERMISSION -> true;
      case IO -> failure.getCause() instanceof SQLiteException e && isReadOrWrite(e);
      case IN_USE, PASSPHRASE, CONFIG -> false;
    };
  }

  private static boolean isReadOrWrite(SQLiteException error) {
    return (error.getResultCode().code & 0xff) == SQLiteErrorCode.SQLITE_IOERR.code;
  }
}
