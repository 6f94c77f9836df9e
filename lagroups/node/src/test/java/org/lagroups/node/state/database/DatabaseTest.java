package org.lagroups.node.state.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.node.state.OwnerFiles;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateException;
import org.lagroups.node.state.StateException.Kind;

class DatabaseTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String CREATE = "CREATE TABLE test_row (id INTEGER PRIMARY KEY, text TEXT)";
  private static final Schema SCHEMA = new Schema("test", List.of(CREATE));

  @TempDir private Path folder;

  @Test
  void hasWhatWasWrittenWhenItIsOpenedAgain() {
    try (Database database = open(SCHEMA)) {
      database.write(connection -> insert(connection, 1, "one")).join();
    }
    try (Database database = open(SCHEMA)) {
      assertThat(texts(database)).containsExactly("one");
    }
  }

  @Test
  void completesWhatWasAskedForBeforeItCloses() {
    List<CompletableFuture<Integer>> all = new ArrayList<>();
    try (Database database = open(SCHEMA)) {
      for (int i = 0; i < 1_000; i++) {
        int id = i;
        all.add(database.write(connection -> insert(connection, id, "row")));
      }
    }
    assertThat(all).allMatch(future -> future.join() == 1);
    try (Database database = open(SCHEMA)) {
      assertThat(texts(database)).hasSize(1_000);
    }
  }

  @Test
  void refusesWorkBeyondItsQueue() throws InterruptedException {
    try (Database database = open(SCHEMA)) {
      CountDownLatch begun = new CountDownLatch(1);
      CountDownLatch goOn = new CountDownLatch(1);
      CompletableFuture<Boolean> slow =
          database.read(connection -> {
            begun.countDown();
            return awaited(goOn);
          });
      begun.await();
      List<CompletableFuture<Boolean>> waiting = new ArrayList<>();
      for (int i = 0; i < Database.MAX_QUEUED; i++) {
        waiting.add(database.read(connection -> true));
      }
      assertThatThrownBy(database.read(connection -> true)::join)
          .hasCauseInstanceOf(StateException.class)
          .hasMessageContaining("cannot keep up");
      goOn.countDown();
      assertThat(slow.join()).isTrue();
      assertThat(waiting).allMatch(CompletableFuture::join);
    }
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void failsOnlyTheWorkThatFails() {
    try (Database database = open(SCHEMA)) {
      CompletableFuture<Integer> blocker = database.write(connection -> insert(connection, 0, "0"));
      CompletableFuture<Integer> first = database.write(connection -> insert(connection, 1, "1"));
      CompletableFuture<Integer> twice = database.write(connection -> insert(connection, 1, "x"));
      CompletableFuture<Integer> fault =
          database.write(connection -> {
            insert(connection, 9, "gone");
            throw new IllegalStateException("a fault");
          });
      CompletableFuture<Integer> last = database.write(connection -> insert(connection, 2, "2"));

      assertThat(List.of(blocker.join(), first.join(), last.join())).containsOnly(1);
      assertThatThrownBy(twice::join).hasCauseInstanceOf(StateException.class);
      assertThatThrownBy(fault::join).hasMessageContaining("a fault");
      assertThat(texts(database)).containsExactly("0", "1", "2");
      assertThat(database.alarm()).isEmpty();
    }
  }

  @Test
  void saysThatTheDiskIsFullAndGoesOnWhenThereIsRoom() {
    try (Database database = open(SCHEMA)) {
      allowPages(database, 12);
      int confirmed = writeUntilFull(database);

      assertThat(database.alarm()).isPresent();
      assertThat(texts(database)).hasSize(confirmed);

      allowPages(database, 1_000_000);
      database.write(connection -> insert(connection, -1, "after")).join();
      assertThat(database.alarm()).isEmpty();
      assertThat(texts(database)).hasSize(confirmed + 1).startsWith("after");
    }
  }

  @Test
  void movesADamagedFileAsideAndSaysWhatIsLost() throws IOException {
    try (Database database = open(SCHEMA)) {
      fillSome(database);
    }
    damage(file());

    DatabaseFile.Opened opened = DatabaseFile.open(file(), List.of(SCHEMA), NOW);
    try (Database database = opened.database()) {
      Path aside = folder.resolve("state.db.damaged-20260102-030405");
      assertThat(opened.warning())
          .hasValueSatisfying(text ->
              assertThat(text)
                  .contains(aside.toString())
                  .contains("keeps its identity")
                  .contains("lag group invite"));
      assertThat(aside).exists();
      assertThat(texts(database)).isEmpty();
    }
    DatabaseFile.Opened again = DatabaseFile.open(file(), List.of(SCHEMA), NOW);
    again.database().close();
    assertThat(again.warning()).isEmpty();
  }

  @Test
  void movesAFileAsideThatIsNoDatabaseAtAll() throws IOException {
    OwnerFiles.write(
        file(),
        "not a database, but long enough to be one".repeat(100).getBytes(StandardCharsets.UTF_8));
    DatabaseFile.Opened opened = DatabaseFile.open(file(), List.of(SCHEMA), NOW);
    opened.database().close();

    assertThat(opened.warning()).isPresent();
    try (var files = Files.list(folder)) {
      assertThat(files).anyMatch(path -> path.toString().contains(".damaged-"));
    }
  }

  @Test
  void bringsTablesUpToDateOneVersionAfterTheOther() {
    open(SCHEMA).close();
    Schema later =
        new Schema(
            "test", List.of(CREATE, "ALTER TABLE test_row ADD COLUMN extra TEXT DEFAULT 'x'"));
    try (Database database = open(later)) {
      database.write(connection -> insert(connection, 1, "one")).join();
      assertThat(
              database
                  .read(connection ->
                      Sql.query(connection, "SELECT extra FROM test_row", row -> row.getString(1)))
                  .join())
          .containsExactly("x");
    }
    assertThatThrownBy(() -> open(SCHEMA))
        .isInstanceOf(StateException.class)
        .hasMessageContaining("later version");
  }

  @Test
  void changesNoTableWhenOneStepFails() {
    Schema broken = new Schema("test", List.of(CREATE, "CREATE NONSENSE"));
    assertThatThrownBy(() -> open(broken)).isInstanceOf(StateException.class);

    try (Database database = open(SCHEMA)) {
      assertThat(texts(database)).isEmpty();
    }
  }

  @Test
  void takesOnNoWorkOnceClosed() {
    Database database = open(SCHEMA);
    database.close();

    assertThat(database.write(connection -> 1)).isCompletedExceptionally();
  }

  private Database open(Schema schema) {
    return DatabaseFile.open(file(), List.of(schema), NOW).database();
  }

  private Path file() {
    return folder.resolve("state.db");
  }

  private static int insert(java.sql.Connection connection, int id, String text)
      throws SQLException {
    return Sql.update(connection, "INSERT INTO test_row (id, text) VALUES (?, ?)", id, text);
  }

  private static List<String> texts(Database database) {
    return database
        .read(connection ->
            Sql.query(
                connection, "SELECT text FROM test_row ORDER BY id", row -> row.getString("text")))
        .join();
  }

  /** Answers how many rows were confirmed. */
  private static int writeUntilFull(Database database) {
    for (int i = 0; i < 1_000; i++) {
      int id = i;
      CompletableFuture<Integer> write =
          database.write(connection -> insert(connection, id, "x".repeat(4_000)));
      try {
        write.join();
      } catch (CompletionException e) {
        assertThat(e)
            .cause()
            .isInstanceOfSatisfying(
                StateException.class, full -> assertThat(full.kind()).isEqualTo(Kind.DISK_FULL));
        return i;
      }
    }
    throw new AssertionError("the disk never became full");
  }

  private static void fillSome(Database database) {
    for (int i = 0; i < 50; i++) {
      int id = i;
      database.write(connection -> insert(connection, id, "x".repeat(2_000))).join();
    }
  }

  /** SQLite treats a file of so many pages as a full disk. */
  private static void allowPages(Database database, int pages) {
    database
        .read(connection -> {
          try (Statement statement = connection.createStatement()) {
            return statement.execute("PRAGMA max_page_count = " + pages);
          }
        })
        .join();
  }

  private static void damage(Path file) throws IOException {
    try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "rw")) {
      byte[] garbage = new byte[4_096];
      Arrays.fill(garbage, (byte) 0xa5);
      for (long at = 4_096; at < access.length(); at += 4_096) {
        access.seek(at);
        access.write(garbage, 0, (int) Math.min(garbage.length, access.length() - at));
      }
    }
  }
}
