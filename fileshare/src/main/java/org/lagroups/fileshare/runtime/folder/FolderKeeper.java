package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
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
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.fileshare.runtime.store.SharedFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Scans folders one after the other, at once when asked to and again now and then. */
public final class FolderKeeper implements AutoCloseable {

  /** How often all folders are looked through for changes. */
  public static final long RESCAN_MINUTES = 5;

  private static final Logger LOG = LoggerFactory.getLogger(FolderKeeper.class);
  private static final long REPORT_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

  /** How often it is looked whether something has failed. */
  private static final long TICK_SECONDS = 10;

  private static final int SELDOM_TICKS = 30;
  private static final long CLOSE_SECONDS = 5;

  private final ShareStore store;
  private final IndexUpkeep upkeep;
  private final BiConsumer<Long, FolderReport> listener;
  private final ScheduledExecutorService thread;
  private final Map<Long, FolderReport> reports = new ConcurrentHashMap<>();
  private final Set<Long> queued = ConcurrentHashMap.newKeySet();
  private final Set<Long> failed = ConcurrentHashMap.newKeySet();
  private @Nullable FileHasher hasher;
  private volatile boolean closing;
  private volatile long scanning;
  private volatile boolean abandoned;
  private long reportedNanos;
  private int failedTicks;

  /**
   * Keeps {@code index} and {@code store} up to date.
   *
   * @param listener hears of progress, a few times a second, on the keeper's thread
   */
  public FolderKeeper(ShareStore store, FileIndex index, BiConsumer<Long, FolderReport> listener) {
    this.store = store;
    this.upkeep = new IndexUpkeep(store, index);
    this.listener = listener;
    this.thread =
        Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("lag-share-scan").daemon().factory());
  }

  /** Brings the index up to date with the database, and all folders with the disk. */
  @SuppressWarnings("FutureReturnValueIgnored") // It ends when the thread does.
  public void start() {
    submit("the index of shared files", upkeep::catchUp);
    thread.scheduleWithFixedDelay(
        () -> guarded("shared folders", this::rescanAll), 0, RESCAN_MINUTES, TimeUnit.MINUTES);
    thread.scheduleWithFixedDelay(
        () -> guarded("what has failed", this::mend), TICK_SECONDS, TICK_SECONDS, TimeUnit.SECONDS);
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

  /**
   * Scans all folders soon. Waits until the database has named them.
   *
   * @throws CompletionException if it does not, because of a {@code StateException}
   */
  public void rescanAll() {
    store.folders().join().forEach(this::scan);
  }

  /** Takes into the index what has changed in the database. */
  public void apply(IndexChanges changes) {
    submit("the index of shared files", () -> upkeep.apply(changes));
  }

  /** Stops a scan of this folder, if there is one, and forgets how far it was. */
  public void forget(long folderId) {
    reports.remove(folderId);
    failed.remove(folderId);
    if (scanning == folderId) {
      abandoned = true;
    }
  }

  /** How far a folder is. */
  public FolderReport report(long folderId) {
    return reports.getOrDefault(folderId, FolderReport.WAITING);
  }

  /** What keeps searches from finding all that is shared, and what to do; usually nothing. */
  public Optional<String> warning() {
    return upkeep.trouble().map(Trouble::text);
  }

  /** How often the index could not be brought up to date. */
  public long indexFailures() {
    return upkeep.failures();
  }

  /** Stops scanning, and puts the index on disk if it is up to date. */
  @Override
  public void close() {
    closing = true;
    submit("the index of shared files", upkeep::close);
    thread.shutdown();
    try {
      if (!thread.awaitTermination(CLOSE_SECONDS, TimeUnit.SECONDS)) {
        LOG.atWarn().log("a scan of shared folders does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void submit(String what, Runnable work) {
    try {
      thread.execute(() -> guarded(what, work));
    } catch (RejectedExecutionException e) {
      LOG.atDebug().log("the node is stopping: shared files are not looked after any more");
    }
  }

  /** What throws would not be carried out a second time, without a word. */
  private static void guarded(String what, Runnable work) {
    try {
      work.run();
    } catch (RuntimeException e) {
      LOG.atError()
          .setCause(e)
          .addKeyValue("what", what)
          .log("cannot keep shared files up to date");
    }
  }

  /** Tries again what has failed, after 1, 2, 4, 8 and 16 ticks, and then every 30. */
  private void mend() {
    if (failed.isEmpty() && upkeep.trouble().isEmpty()) {
      failedTicks = 0;
      return;
    }
    failedTicks++;
    boolean early = failedTicks < SELDOM_TICKS && Integer.bitCount(failedTicks) == 1;
    if (early || failedTicks % SELDOM_TICKS == 0) {
      upkeep.settle();
      rescanAll();
    }
  }

  private void scanNow(SharedFolder folder) {
    long id = folder.id();
    queued.remove(id);
    if (closing) {
      return;
    }
    scanning = id;
    abandoned = false;
    ScanTally tally = new ScanTally(report(id).finishedMillis());
    ScanPhase how = ScanPhase.FAILED;
    try {
      how = scanAndSettle(id, tally);
    } catch (RuntimeException e) {
      LOG.atError().setCause(e).addKeyValue("folder", folder.path()).log("cannot scan a folder");
      tally.failed(Trouble.of(e).text());
    } finally {
      scanning = 0;
      ended(id, tally, how);
    }
  }

  /** Somebody may wait for the end of a scan, whatever became of it. */
  private void ended(long id, ScanTally tally, ScanPhase how) {
    if (closing || abandoned) {
      return;
    }
    if (how == ScanPhase.FAILED) {
      failed.add(id);
    } else {
      failed.remove(id);
    }
    publish(id, tally.ended(how, System.currentTimeMillis()), true);
  }

  private ScanPhase scanAndSettle(long id, ScanTally tally) {
    Optional<SharedFolder> folder =
        store.folders().join().stream().filter(one -> one.id() == id).findFirst();
    if (folder.isEmpty()) {
      forget(id);
      return ScanPhase.FAILED;
    }
    FolderScan scan =
        new FolderScan(
            folder.get(),
            hasher(),
            tally,
            (files, gone) -> enter(id, files, gone),
            () -> closing || abandoned,
            report -> publish(id, report, false));
    ScanPhase how = run(scan, tally, folder.get(), store.stamps(id).join());
    if (closing || abandoned) {
      return how;
    }
    upkeep.settle();
    Optional<Trouble> trouble = upkeep.trouble();
    trouble.ifPresent(one -> tally.failed(one.text()));
    return trouble.isPresent() && how == ScanPhase.READY ? ScanPhase.FAILED : how;
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

  private void enter(long folderId, List<HashedFile> files, List<String> gone) {
    if (!files.isEmpty() || !gone.isEmpty()) {
      upkeep.apply(store.update(folderId, files, gone).join());
    }
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
