package org.lagroups.node.state.database;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.lagroups.node.state.Schema;
import org.lagroups.node.state.Sql;
import org.lagroups.node.state.StateException;
import org.lagroups.node.testing.TestNodes;
import org.slf4j.LoggerFactory;

class DatabaseCopyTest {

  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
  private static final String CREATE = "CREATE TABLE test_row (text TEXT)";
  private static final Schema SCHEMA =
      new Schema("test", List.of(CREATE), List.of("DELETE FROM test_row WHERE text = 'stale'"));
  private static final long NEVER_MILLIS = 3_600_000;

  @TempDir private Path folder;

  /** What may become of a file. */
  enum Harm {
    GARBAGE,
    GARBAGE_AT_ITS_END,
    HALF,
    EMPTY,
    MISSING;

    void befall(Path file) throws IOException {
      byte[] content = Files.readAllBytes(file);
      switch (this) {
        case GARBAGE -> {
          Arrays.fill(content, (byte) 0xa5);
          Files.write(file, content);
        }
        case GARBAGE_AT_ITS_END -> {
          Arrays.fill(content, 4_096, content.length, (byte) 0xa5);
          Files.write(file, content);
        }
        case HALF -> Files.write(file, Arrays.copyOf(content, content.length / 2));
        case EMPTY -> Files.write(file, new byte[0]);
        case MISSING -> Files.delete(file);
      }
    }
  }

  @Test
  void copiesAChangeSoon() {
    try (Database database = open().database();
        DatabaseCopier copier = DatabaseCopier.start(file(), 10)) {
      assertThat(copier).isNotNull();
      insert(database, "first");
      TestNodes.await("the first", () -> copied().equals(List.of("first")));
      insert(database, "second");
      TestNodes.await("the second", () -> copied().equals(List.of("first", "second")));
    }
  }

  @Test
  void saysOnceAndInOneLineThatItCannotCopyAndGoesOnTrying() throws IOException {
    Path obstacle = folder.resolve("state.db.copy.new");
    Files.createDirectories(obstacle.resolve("full"));
    ListAppender<ILoggingEvent> log = listen();
    try (Database database = open().database();
        DatabaseCopier copier = DatabaseCopier.start(file(), 1)) {
      assertThat(copier).isNotNull();
      insert(database, "first");
      TestNodes.await("several tries", () -> List.copyOf(log.list).size() >= 6);
      List<ILoggingEvent> told =
          List.copyOf(log.list).stream().filter(DatabaseCopyTest::isSeen).toList();
      assertThat(told).singleElement().satisfies(DatabaseCopyTest::assertOneLine);
      Files.delete(obstacle.resolve("full"));
      TestNodes.await("a copy", () -> copied().equals(List.of("first")));
    } finally {
      logger().detachAppender(log);
      logger().setAdditive(true);
      logger().setLevel(null);
    }
  }

  @Test
  void copiesTheLastChangesWhenItEnds() {
    fill("kept");
    assertThat(copied()).contains("kept").hasSize(101);
  }

  @Test
  void leavesTheCopyAloneWhenNothingHasChanged() throws IOException {
    try (Database database = open().database()) {
      insert(database, "row");
      DatabaseCopier copier = DatabaseCopier.start(file(), 1);
      TestNodes.await("a copy", () -> Files.exists(copy()));
      FileTime longAgo = FileTime.from(NOW);
      Files.setLastModifiedTime(copy(), longAgo);
      copier.close();
      assertThat(Files.getLastModifiedTime(copy())).isEqualTo(longAgo);
    }
  }

  @ParameterizedTest
  @EnumSource
  void goesOnFromTheCopyWhenTheDatabaseIsDamaged(Harm harm) throws IOException {
    fill("kept");
    harm.befall(file());
    Files.setLastModifiedTime(copy(), FileTime.from(NOW.minusSeconds(7_300)));

    DatabaseFile.Opened opened = open();
    try (Database database = opened.database()) {
      assertThat(texts(database)).contains("kept").hasSize(101);
    }
    assertThat(opened.warning().orElseThrow())
        .contains("2026-01-02T01:02:25Z", "2 hours", "forgotten", "invitations");
    Path aside = folder.resolve("state.db.damaged-20260102-030405");
    assertThat(Files.exists(aside)).isEqualTo(harm != Harm.MISSING);
    assertThat(opened.warning().orElseThrow().contains(aside.toString()))
        .isEqualTo(harm != Harm.MISSING);
    DatabaseFile.Opened again = open();
    again.database().close();
    assertThat(again.warning()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = "MISSING", mode = EnumSource.Mode.EXCLUDE)
  void saysSoWhenTheCopyIsDamagedAsWell(Harm harm) throws IOException {
    fill("lost");
    Harm.GARBAGE.befall(file());
    harm.befall(copy());

    DatabaseFile.Opened opened = open();
    try (Database database = opened.database()) {
      assertThat(texts(database)).isEmpty();
    }
    assertThat(opened.warning().orElseThrow())
        .contains(
            folder.resolve("state.db.damaged-20260102-030405").toString(),
            folder.resolve("state.db.copy.damaged-20260102-030405").toString(),
            "lag group invite");
    assertThat(folder.resolve("state.db.copy.damaged-20260102-030405")).exists();
  }

  @Test
  void bringsNothingBackThatAnOldCopyMustNot() throws IOException {
    fill("stale");
    Harm.GARBAGE.befall(file());
    try (Database database = open().database()) {
      assertThat(texts(database)).doesNotContain("stale").hasSize(100);
      insert(database, "stale");
    }
    try (Database database = open().database()) {
      assertThat(texts(database)).as("only when restored").contains("stale");
    }
  }

  @Test
  void goesOnWithARestorationThatWasCutShort() throws IOException {
    fill("kept");
    Harm.MISSING.befall(file());
    Files.writeString(folder.resolve("state.db.new"), "half of it");
    Files.writeString(folder.resolve("state.db.copy.new"), "half of another");
    try (Database database = open().database()) {
      assertThat(texts(database)).contains("kept");
    }
    assertThat(folder.resolve("state.db.new")).doesNotExist();
  }

  @ParameterizedTest
  @EnumSource(names = {"GARBAGE", "GARBAGE_AT_ITS_END", "HALF", "EMPTY"})
  void neverReplacesAGoodCopyByADamagedOne(Harm harm) throws IOException {
    fill("kept");
    byte[] before = Files.readAllBytes(copy());
    harm.befall(file());
    try {
      DatabaseCopier.start(file(), NEVER_MILLIS).close();
    } catch (StateException e) {
      assertThat(e.kind()).isEqualTo(StateException.Kind.DAMAGED);
    }
    assertThat(copy()).hasBinaryContent(before);
  }

  @Test
  void keepsWhatItWritesFromOthers() throws IOException {
    fill("kept");
    assertThat(permissions(copy())).isEqualTo("rw-------");
    Harm.GARBAGE.befall(file());
    open().database().close();
    assertThat(permissions(file())).isEqualTo("rw-------");
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder(
              "state.db", "state.db.copy", "state.db.damaged-20260102-030405");
    }
  }

  /** All that is logged about copies from now on, debugging included. */
  private static ListAppender<ILoggingEvent> listen() {
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.list = new CopyOnWriteArrayList<>();
    log.start();
    logger().setLevel(Level.DEBUG);
    logger().setAdditive(false);
    logger().addAppender(log);
    return log;
  }

  private static Logger logger() {
    return (Logger) LoggerFactory.getLogger(DatabaseCopier.class);
  }

  private static boolean isSeen(ILoggingEvent event) {
    return event.getLevel().isGreaterOrEqual(Level.INFO);
  }

  private static void assertOneLine(ILoggingEvent event) {
    assertThat(event.getLevel()).isEqualTo(Level.WARN);
    assertThat(event.getFormattedMessage())
        .startsWith("cannot copy the database")
        .doesNotContain("\n");
    assertThat(event.getThrowableProxy()).as("no stack").isNull();
    assertThat(event.getKeyValuePairs()).extracting(pair -> pair.key).containsExactly("why");
  }

  /** A database of some pages with this text in one row more, and a copy of it. */
  private void fill(String text) {
    try (Database database = open().database();
        DatabaseCopier copier = DatabaseCopier.start(file(), NEVER_MILLIS)) {
      assertThat(copier).isNotNull();
      for (int i = 0; i < 100; i++) {
        insert(database, "row %d %s".formatted(i, "x".repeat(300)));
      }
      insert(database, text);
    }
  }

  private DatabaseFile.Opened open() {
    return DatabaseFile.open(file(), List.of(SCHEMA), NOW);
  }

  private Path file() {
    return folder.resolve("state.db");
  }

  private Path copy() {
    return folder.resolve("state.db.copy");
  }

  private static void insert(Database database, String text) {
    database
        .write(connection -> Sql.update(connection, "INSERT INTO test_row VALUES (?)", text))
        .join();
  }

  private static List<String> texts(Database database) {
    return database
        .read(connection ->
            Sql.query(
                connection,
                "SELECT text FROM test_row ORDER BY rowid",
                row -> new String(row.getBytes("text"), StandardCharsets.UTF_8)))
        .join();
  }

  /** What is in the copy, looked at as a database of its own elsewhere. */
  private List<String> copied() {
    try {
      if (!Files.exists(copy())) {
        return List.of();
      }
      Path other = Files.createTempDirectory(folder, "look").resolve("state.db");
      Files.copy(copy(), other, StandardCopyOption.COPY_ATTRIBUTES);
      try (Database database =
          DatabaseFile.open(other, List.of(new Schema("test", List.of(CREATE))), NOW).database()) {
        return texts(database);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String permissions(Path file) throws IOException {
    return PosixFilePermissions.toString(Files.getPosixFilePermissions(file));
  }
}
