package org.lagroups.fileshare.runtime.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.QueryTimeout;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.IndexEntry;
import org.lagroups.machine.GroupId;

class FileIndexTest {

  @TempDir private Path folder;
  private FileIndex index;

  @BeforeEach
  void open() throws IOException {
    index = FileIndex.open(folder);
  }

  @AfterEach
  void close() throws IOException {
    index.close();
  }

  @ParameterizedTest
  @CsvSource({
    "bash, bash_manual-v5.2.pdf",
    "MANUAL, bash_manual-v5.2.pdf",
    "v5, bash_manual-v5.2.pdf",
    "pdf bash, bash_manual-v5.2.pdf",
    "photos, HolidayPhotos2024.jpg",
    "2024, HolidayPhotos2024.jpg",
    "holidayphotos2024, HolidayPhotos2024.jpg",
    "hol*, HolidayPhotos2024.jpg",
    "ubersicht, Übersicht.txt",
    "Übersicht, Übersicht.txt",
    "strasse, Straße.txt",
    "ordner, Übersicht.txt",
    "资料, 资料.txt",
  })
  void findsNamesByTheirWords(String query, String name) throws IOException {
    add(1, "bash_manual-v5.2.pdf", "docs/bash_manual-v5.2.pdf");
    add(2, "HolidayPhotos2024.jpg", "docs/HolidayPhotos2024.jpg");
    add(3, "Übersicht.txt", "docs/ordner/Übersicht.txt");
    add(4, "Straße.txt", "docs/Straße.txt");
    add(5, "资料.txt", "docs/资料.txt");
    assertThat(search(query)).containsExactly(name);
  }

  @Test
  void leavesOutWhatIsExcludedAndOtherGroups() throws IOException {
    add(1, "one draft.txt", "a/one draft.txt");
    add(2, "one.txt", "a/one.txt");
    assertThat(search("one -draft")).containsExactly("one.txt");
    assertThat(index.search(GroupId.random(new Random(9)), QueryParser.parse("one"), 10)).isEmpty();
  }

  @Test
  void answersAQueryThatTakesTooLongWithWhatItHas(@TempDir Path other) throws IOException {
    try (FileIndex hurried = FileIndex.open(other, millis -> () -> true)) {
      hurried.apply(new IndexChanges(1, List.of(entry(1, "one", "a/one")), List.of()));
      assertThat(hurried.search(Records.GROUP, QueryParser.parse("one"), 10)).isEmpty();
    }
  }

  @Test
  void allowsTheFirstQueryThatFindsRecordsMoreTimeThanOthers(@TempDir Path other)
      throws IOException {
    List<Long> allowed = new ArrayList<>();
    LongFunction<QueryTimeout> timeouts =
        millis -> {
          allowed.add(millis);
          return () -> false;
        };
    try (FileIndex watched = FileIndex.open(other, timeouts)) {
      watched.search(Records.GROUP, QueryParser.parse("one"), 10);
      watched.apply(new IndexChanges(1, List.of(entry(1, "one", "a/one")), List.of()));
      for (int i = 0; i < 3; i++) {
        watched.search(Records.GROUP, QueryParser.parse("one"), 10);
      }
    }
    assertThat(allowed)
        .containsExactly(
            FileIndex.MAX_FIRST_QUERY_MILLIS,
            FileIndex.MAX_FIRST_QUERY_MILLIS,
            FileIndex.MAX_QUERY_MILLIS,
            FileIndex.MAX_QUERY_MILLIS);
  }

  @Test
  void prefersAHitInTheNameToOneInThePath() throws IOException {
    add(1, "zebra.txt", "bash/zebra.txt");
    add(2, "bash.txt", "other/things/bash.txt");
    assertThat(search("bash")).containsExactly("bash.txt", "zebra.txt");
  }

  @Test
  void replacesAndRemoves() throws IOException {
    add(1, "one.txt", "a/one.txt");
    add(1, "two.txt", "a/two.txt");
    assertThat(search("one")).isEmpty();
    assertThat(search("two")).containsExactly("two.txt");
    index.apply(
        new IndexChanges(
            3, List.of(), List.of(new IndexChanges.Key(Records.GROUP, Records.root(1)))));
    assertThat(search("two")).isEmpty();
  }

  @Test
  void remembersUpToWhereItWasCommitted() throws IOException {
    assertThat(index.generation()).isEqualTo(-1);
    add(1, "one.txt", "a/one.txt");
    index.commit(7);
    add(2, "two.txt", "a/two.txt");
    index.close();
    index = FileIndex.open(folder);
    assertThat(index.generation()).isEqualTo(7);
    assertThat(search("txt")).containsExactly("one.txt");
  }

  @Test
  void beginsAnewWhenItIsDamaged() throws IOException {
    add(1, "one.txt", "a/one.txt");
    index.commit(7);
    index.close();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(path -> !path.endsWith("write.lock")).forEach(FileIndexTest::overwrite);
    }
    index = FileIndex.open(folder);
    assertThat(index.generation()).isEqualTo(-1);
    assertThat(index.size()).isZero();
  }

  @Test
  void beginsAnewWhenOneOfItsSegmentsIsDamaged() throws IOException {
    add(1, "one.txt", "a/one.txt");
    index.commit(7);
    index.close();
    try (Stream<Path> all = Files.list(folder)) {
      all.filter(path -> path.toString().endsWith(".cfs")).forEach(FileIndexTest::overwrite);
    }
    index = FileIndex.open(folder);
    assertThat(index.generation()).isEqualTo(-1);
    add(2, "two.txt", "a/two.txt");
    assertThat(search("txt")).containsExactly("two.txt");
  }

  @Test
  void hasWhatWasCommittedLastWhenItIsOpenedAgain() throws IOException {
    add(1, "one.txt", "a/one.txt");
    index.commit(7);
    add(2, "two.txt", "a/two.txt");
    index.reopen();
    assertThat(index.generation()).isEqualTo(7);
    assertThat(search("txt")).containsExactly("one.txt");
    add(3, "three.txt", "a/three.txt");
    assertThat(search("txt")).hasSize(2);
  }

  @Test
  void answersAWideQueryWithABoundedNumberOfRecords() throws IOException {
    List<IndexEntry> many = new ArrayList<>();
    IntStream.range(0, 3_000)
        .forEach(i -> many.add(entry(i, "file%04d.txt".formatted(i), "a/file.txt")));
    index.apply(new IndexChanges(1, many, List.of()));
    String wide = "fi* ".repeat(16);
    assertThat(index.search(Records.GROUP, QueryParser.parse(wide), 64)).hasSize(64);
  }

  private void add(int root, String name, String path) throws IOException {
    index.apply(new IndexChanges(1, List.of(entry(root, name, path)), List.of()));
  }

  private static IndexEntry entry(int root, String name, String path) {
    return new IndexEntry(Records.signed(Records.ALICE, Records.root(root), name), List.of(path));
  }

  private List<String> search(String words) {
    return index.search(Records.GROUP, QueryParser.parse(words), 64).stream()
        .map(SignedRecord::record)
        .map(record -> record.name().text())
        .toList();
  }

  private static void overwrite(Path path) {
    try {
      Files.write(path, new byte[(int) Math.min(100, Files.size(path))]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
