package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.store.FileStamp;
import org.lagroups.fileshare.runtime.store.HashedFile;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.IndexEntry;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.runtime.store.SharedFolder;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans folders one after the other, at once when asked to and again now and then. */
public final class FolderKeeper implements AutoCloseable {

  /** How often all folders are looked through for changes. */
  public static final long RESCAN_MINUTES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(FolderKeeper.class);
  private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int REBUILD_PART = 2_000;
  private static final long CLOSE_SECONDS = 5;

  private final ShareStore store;
  private final FileIndex index;
  private final BiConsumer<Long, FolderReport> listener;
  private final ScheduledExecutorService thread;
  private final Map<Long, FolderReport> reports = new ConcurrentHashMap<>();
  private final Set<Long> queued = ConcurrentHashMap.newKeySet();
  private @Nullable FileHasher hasher;
  private volatile boolean closing;
  private volatile long scanning;
  private volatile boolean abandoned;
  private long reportedNanos;

  /**
   * Keeps {@code index} and {@code store} up to date.
   *
   * @param listener hears of progress, a few times a second, on the keeper's thread
   */
  public FolderKeeper(ShareStore store, FileIndex index, BiConsumer<Long, FolderReport> listener) {
    this.store = store;
    this.index = index;
    this.listener = listener;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lag-share-scan").daemon().factory());
  }

  /** Brings the index up to date with the database, and all folders with the disk. */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends when the thread does.
  public void start() {
    submit("the index of shared files", this::catchUp);
    thread.scheduleWithFixedDelay(
        () -> guarded("shared folders", this::scanAll), 0, RESCAN_MINUTES, TimeUnit.MINUTES);
  }

  /** Scans a folder soon. */
  public void scan(SharedFolder folder) {
    if (queued.add(folder.id())) {
      reports.merge(folder.id(), FolderReport.WAITING, (before, waiting) -> waitingAfter(before));
      submit(folder.path().toString(), () -> scanNow(folder));
    }
  }

  /** Scans one folder soon. */
  public void rescan(long folderId) {
    submit(
        "a shared folder",
        () ->
            store.folders().join().stream()
                .filter(folder -> folder.id() == folderId)
                .forEach(this::scan));
  }

  /** Scans all folders soon. */
  public void rescanAll() {
    submit("shared folders", this::scanAll);
  }

  /** Takes into the index what has changed in the database. */
  public void apply(IndexChanges changes) {
    submit("the index of shared files", () -> applyNow(changes));
  }

  /** Stops a scan of this folder, if there is one, and forgets how far it was. */
  public void forget(long folderId) {
    reports.remove(folderId);
    if (scanning == folderId) {
      abandoned = true;
    }
  }

  /** How far a folder is. */
  public FolderReport report(long folderId) {
    return reports.getOrDefault(folderId, FolderReport.WAITING);
  }

  /** Stops scanning, and puts the index on disk if it is up to date. */
  @Override
  public void close() {
    closing = true;
    submit("the index of shared files", this::commit);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.atWarn().log("a scan of shared folders does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Work that may fail because of the disk. */
  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void submit(String what, Work work) {
    try {
      thread.execute(() -> guarded(what, work));
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("the node is stopping: shared files are not looked after any more");
    }
  }

  private void guarded(String what, Work work) {
    try {
      work.run();
    } catch (IOException | CompletionException | UncheckedIOException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("what", what)
          .log("cannot keep shared files up to date");
    }
  }

  private void catchUp() throws IOException {
    long wanted = store.generation().join();
    if (index.generation() == wanted) {
      return;
    }
    if (wanted > 0) {
      LOG.atInfo().log("building the index of shared files again");
    }
    index.clear();
    for (GroupId group : store.groups().join()) {
      Bytes after = Bytes.EMPTY;
      List<IndexEntry> part = store.entriesAfter(group, after, REBUILD_PART).join();
      while (!part.isEmpty()) {
        index.apply(new IndexChanges(wanted, part, List.of()));
        after = part.getLast().record().record().root().hash();
        part = store.entriesAfter(group, after, REBUILD_PART).join();
      }
    }
    index.commit(wanted);
  }

  private void scanAll() {
    store.folders().join().forEach(this::scan);
  }

  private void scanNow(SharedFolder queuedFolder) throws IOException {
    long id = queuedFolder.id();
    queued.remove(id);
    Optional<SharedFolder> folder =
        store.folders().join().stream().filter(one -> one.id() == id).findFirst();
    if (closing || folder.isEmpty()) {
      return;
    }
    scanning = id;
    abandoned = false;
    ScanTally tally = new ScanTally(report(id).finishedMillis());
    FolderScan scan =
        new FolderScan(
            folder.get(),
            hasher(),
            tally,
            (files, gone) -> enter(id, files, gone),
            () -> closing || abandoned,
            report -> publish(id, report, false));
    ScanPhase how = run(scan, tally, folder.get(), store.stamps(id).join());
    scanning = 0;
    if (!closing && !abandoned) {
      publish(id, tally.ended(how, System.currentTimeMillis()), true);
      commit();
    }
  }

  private static ScanPhase run(
      FolderScan scan, ScanTally tally, SharedFolder folder, Map<String, FileStamp> known) {
    try {
      scan.run(known);
      return ScanPhase.READY;
    } catch (IOException e) {
      LOG.atWarn().setCause(e).addKeyValue("folder", folder.path()).log("cannot read a folder");
      tally.problem(
          FolderWalk.show(folder.path())
              + " cannot be read: is it there, and may this user read it?");
      return ScanPhase.UNREADABLE;
    }
  }

  private void enter(long folderId, List<HashedFile> files, List<String> gone) throws IOException {
    if (!files.isEmpty() || !gone.isEmpty()) {
      applyNow(store.update(folderId, files, gone).join());
    }
  }

  private void applyNow(IndexChanges changes) throws IOException {
    index.apply(changes);
  }

  private void commit() throws IOException {
    index.commit(store.generation().join());
  }

  private FileHasher hasher() {
    FileHasher known = hasher;
    if (known == null) {
      known = new FileHasher();
      hasher = known;
    }
    return known;
  }

  private void publish(long folderId, FolderReport report, boolean now) {
    long nanos = System.nanoTime();
    if (now || nanos - reportedNanos >= REPORT_NANOS) {
      reportedNanos = nanos;
      reports.put(folderId, report);
      listener.accept(folderId, report);
    }
  }

  private static FolderReport waitingAfter(FolderReport before) {
    return new FolderReport(
        ScanPhase.WAITING,
        before.files(),
        0,
        0,
        0,
        0,
        -1,
        before.skipped(),
        before.problems(),
        before.problemCount(),
        before.finishedMillis());
  }
}
