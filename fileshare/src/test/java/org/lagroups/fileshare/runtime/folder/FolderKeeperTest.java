package org.lagroups.fileshare.runtime.folder;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lagroups.fileshare.merkle.Vectors;
import org.lagroups.fileshare.query.QueryParser;
import org.lagroups.fileshare.record.Records;
import org.lagroups.fileshare.record.SignedRecord;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.store.FileStamp;
import org.lagroups.fileshare.runtime.store.HashedFile;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.ShareSchema;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.runtime.store.SharedFolder;
import org.lagroups.machine.GroupId;
import org.lagroups.node.state.database.DatabaseFile;

class FolderKeeperTest {

  private static final GroupId OTHER_GROUP = GroupId.random(new java.util.Random(77));

  @TempDir private Path temporary;
  private final AtomicLong clock = new AtomicLong(1_000_000);
  private Path folder;
  private DatabaseFile.Opened database;
  private ShareStore store;
  private FileIndex index;
  private FolderKeeper keeper;

  @BeforeEach
  void begin() throws IOException {
    folder = Files.createDirectory(temporary.resolve("docs"));
    open();
  }

  @AfterEach
  void end() throws IOException {
    keeper.close();
    index.close();
    database.database().close();
  }

  @Test
  void sharesFilesAndLeavesOutWhatShouldNotBeShared() throws IOException {
    write("a.txt", 10);
    write("sub/b.pdf", 40_000);
    write(".secret", 10);
    write(".ssh/id", 10);
    write("empty", 0);
    Files.createSymbolicLink(folder.resolve("link.txt"), folder.resolve("a.txt"));
    Files.createSymbolicLink(folder.resolve("loop"), folder);
    share();
    assertThat(search("txt")).containsExactly("a.txt");
    assertThat(search("sub")).containsExactly("b.pdf");
    assertThat(record("b.pdf").record().mimeType()).hasToString("application/pdf");
    assertThat(record("b.pdf").record().root()).isEqualTo(Vectors.tree(40_000).root());
    assertThat(index.size()).isEqualTo(2);
    assertThat(report().skipped()).isEqualTo(5);
    assertThat(report().problemCount()).isZero();
  }

  @Test
  void findsWhatIsNewChangedOrGone() throws IOException {
    write("stays.txt", 10);
    write("changes.txt", 20);
    write("goes.txt", 30);
    share();
    SignedRecord before = record("stays.txt");
    write("changes.txt", 25);
    write("comes.txt", 40);
    Files.delete(folder.resolve("goes.txt"));
    rescan();
    assertThat(search("txt")).containsExactly("changes.txt", "comes.txt", "stays.txt");
    assertThat(report().filesToHash()).isEqualTo(2);
    assertThat(record("changes.txt").record().root()).isEqualTo(Vectors.tree(25).root());
    assertThat(record("stays.txt")).isEqualTo(before);
  }

  @Test
  void takesNoIndexForUpToDateThatLacksAChangeOfTheDatabase() throws IOException {
    write("a.txt", 10);
    share();
    long id = store.folders().join().getFirst().id();
    IndexUpkeep upkeep = new IndexUpkeep(store, index);
    upkeep.catchUp();
    store.unshare(id).join(); // and the process is killed before the index hears of it
    upkeep.settle();
    assertThat(search("txt")).containsExactly("a.txt");
    new IndexUpkeep(store, index).catchUp();
    assertThat(search("txt")).isEmpty();
  }

  @Test
  void countsChangesThatComeInAnotherOrderThanTheyWereMade() throws IOException {
    write("a.txt", 10);
    share();
    SharedFolder shared = store.folders().join().getFirst();
    IndexUpkeep upkeep = new IndexUpkeep(store, index);
    upkeep.catchUp();
    IndexChanges first = store.share(shared.path(), List.of(OTHER_GROUP)).join().changes();
    IndexChanges second = store.update(shared.id(), List.of(), List.of()).join();
    upkeep.apply(second);
    upkeep.settle();
    assertThat(index.generation()).isLessThan(first.generation());
    upkeep.apply(first);
    upkeep.settle();
    assertThat(index.generation()).isEqualTo(second.generation());
  }

  @Test
  void hashesNothingAgainThatHasNotChanged() throws IOException {
    write("a.txt", 10);
    share();
    rescan();
    assertThat(report().filesToHash()).isZero();
    Files.setLastModifiedTime(folder.resolve("a.txt"), FileTime.fromMillis(5_000));
    rescan();
    assertThat(report().filesToHash()).isEqualTo(1);
  }

  @Test
  void saysOneThingAboutOneContentWhereverItStands() throws IOException {
    write("b.txt", 10);
    write("a/copy.txt", 10);
    share();
    assertThat(index.size()).isEqualTo(1);
    SignedRecord first = record("copy.txt");
    assertThat(search("b")).containsExactly("copy.txt");
    Files.delete(folder.resolve("a/copy.txt"));
    rescan();
    SignedRecord second = record("b.txt");
    assertThat(second.record().sequence()).isGreaterThan(first.record().sequence());
  }

  @Test
  void sharesWithAFurtherGroupWithoutHashingAgain() throws IOException {
    write("a.txt", 10);
    share();
    ShareStore.Added added = store.share(folder, List.of(OTHER_GROUP)).join();
    keeper.apply(added.changes());
    keeper.scan(added.folder());
    awaitReady();
    assertThat(report().filesToHash()).isZero();
    assertThat(index.size()).isEqualTo(2);
    assertThat(index.search(OTHER_GROUP, QueryParser.parse("txt"), 9)).hasSize(1);
    assertThat(store.folders().join().getFirst().groups()).hasSize(2);
  }

  @Test
  void forgetsAFolderThatIsNoLongerShared() throws IOException {
    write("a.txt", 10);
    SharedFolder shared = share();
    keeper.apply(store.unshare(shared.id()).join());
    await(() -> index.size() == 0);
    assertThat(store.folders().join()).isEmpty();
    assertThat(store.content(Records.GROUP, Vectors.tree(10).root()).join()).isEmpty();
    assertThat(store.record(Records.GROUP, Vectors.tree(10).root()).join()).isEmpty();
  }

  @Test
  void buildsTheIndexAgainWhenItHasMissedSomething() throws IOException {
    write("a.txt", 10);
    write("b.txt", 20);
    share();
    write("c.txt", 30);
    index.commit(store.generation().join() - 1);
    crash();
    await(() -> search("txt").equals(List.of("a.txt", "b.txt", "c.txt")));
    assertThat(index.size()).isEqualTo(3);
  }

  @Test
  void buildsTheIndexAgainWhenItIsLost() throws IOException {
    write("a.txt", 10);
    share();
    crash();
    end();
    try (var files = Files.list(temporary.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    open();
    keeper.start();
    await(() -> search("txt").equals(List.of("a.txt")));
  }

  @Test
  void keepsWhatItKnowsOfAFolderThatIsAwayForAWhile() throws IOException {
    write("a.txt", 10);
    share();
    Path away = temporary.resolve("away");
    Files.move(folder, away);
    keeper.rescanAll();
    await(() -> report().phase() == ScanPhase.UNREADABLE);
    assertThat(report().problems().getFirst()).contains("cannot be read");
    assertThat(search("txt")).containsExactly("a.txt");
    Files.move(away, folder);
    rescan();
    assertThat(report().filesToHash()).isZero();
  }

  @Test
  void makesSafeNamesOfUnsafeOnes() throws IOException {
    write("evil\u202Etxt.exe", 10);
    write("new\nline", 20);
    write("back\\slash", 30);
    share();
    assertThat(Set.copyOf(search("evil"))).isEqualTo(Set.of("evil_txt.exe"));
    assertThat(search("line")).containsExactly("new_line");
    assertThat(search("slash")).containsExactly("back_slash");
  }

  @Test
  void reportsFilesThatCannotBeReadAndGoesOn() throws IOException {
    write("a.txt", 10);
    ScanTally tally = new ScanTally(0);
    FoundFile vanished =
        new FoundFile(folder.resolve("vanished"), "vanished", new FileStamp(10, 0, ""));
    FileHasher hasher = new FileHasher();
    Optional<HashedFile> none;
    try {
      none = hasher.hash(vanished, bytes -> {}, () -> false);
    } catch (IOException e) {
      tally.problem("vanished: " + e.getMessage());
      none = Optional.empty();
    }
    assertThat(none).isEmpty();
    for (int i = 0; i < 50; i++) {
      tally.problem("problem " + i);
    }
    assertThat(tally.now().problems()).hasSize(FolderReport.MAX_PROBLEMS);
    assertThat(tally.now().problemCount()).isEqualTo(51);
  }

  @Test
  void passesOverAFileThatChangesWhileItIsRead() throws IOException {
    write("a.txt", 10);
    Path file = folder.resolve("a.txt");
    FoundFile stale = new FoundFile(file, "a.txt", new FileStamp(11, 0, ""));
    assertThat(new FileHasher().hash(stale, bytes -> {}, () -> false)).isEmpty();
  }

  private void open() throws IOException {
    database =
        DatabaseFile.open(
            temporary.resolve("state.db"), List.of(ShareSchema.SCHEMA), Instant.EPOCH);
    store = new ShareStore(database.database(), Records.ALICE, clock::incrementAndGet);
    Files.createDirectories(temporary.resolve("index"));
    index = FileIndex.open(temporary.resolve("index"));
    keeper = new FolderKeeper(store, index, (id, report) -> {});
  }

  /** Ends without committing the index, as kill -9 would, and begins again. */
  private void crash() throws IOException {
    index.close();
    keeper.close();
    database.database().close();
    open();
    keeper.start();
  }

  private SharedFolder share() {
    ShareStore.Added added = store.share(folder, List.of(Records.GROUP)).join();
    keeper.apply(added.changes());
    keeper.scan(added.folder());
    awaitReady();
    return added.folder();
  }

  private void rescan() {
    keeper.scan(store.folders().join().getFirst());
    awaitReady();
  }

  private void awaitReady() {
    await(() -> report().phase() == ScanPhase.READY);
  }

  private FolderReport report() {
    return keeper.report(store.folders().join().getFirst().id());
  }

  private SignedRecord record(String name) {
    return index.search(Records.GROUP, QueryParser.parse(name), 64).stream()
        .filter(record -> record.record().name().text().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private List<String> search(String words) {
    return index.search(Records.GROUP, QueryParser.parse(words), 64).stream()
        .map(record -> record.record().name().text())
        .sorted()
        .toList();
  }

  private void write(String name, int length) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, Vectors.content(length));
  }

  private static void await(BooleanSupplier condition) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(30);
    while (!condition.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waited too long").isLessThan(deadline);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(10));
    }
  }
}
