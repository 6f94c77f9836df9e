package org.lagroups.node.state.database;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;

/** A program that writes numbers to a database and prints each once it is on disk, until killed. */
final class CrashingWriter {

  static final Schema SCHEMA =
      new Schema("test", List.of("CREATE TABLE test_number (value INTEGER PRIMARY KEY)"));

  private CrashingWriter() {}

  @SuppressWarnings("SystemOut")
  public static void main(String[] args) {
    Database database =
        DatabaseFile.open(Path.of(args[0]), List.of(SCHEMA), Instant.now()).database();
    int first = Integer.parseInt(args[1]);
    for (int i = first; i < first + 1_000_000; i++) {
      int number = i;
      database.write(c -> Sql.update(c, "INSERT INTO test_number VALUES (?)", number)).join();
      System.out.println(number);
      System.out.flush();
    }
  }
}
