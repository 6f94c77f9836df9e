package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.lagroups.fileshare.runtime.index.FileIndex;
import org.lagroups.fileshare.runtime.store.IndexChanges;
import org.lagroups.fileshare.runtime.store.IndexEntry;
import org.lagroups.fileshare.runtime.store.ShareStore;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps the index like the database. After a failure, of which Lucene's writer does not recover, it
 * is opened and built again. On the keeper's thread, but for what is asked.
 */
final class IndexUpkeep {

  private static final Logger LOG = LoggerFactory.getLogger(IndexUpkeep.class);
  private static final int REBUILD_PART = 2_000;

  private final ShareStore store;
  private final FileIndex index;
  private final AtomicLong failures = new AtomicLong();
  private volatile @Nullable Trouble trouble;

  /** All changes of the database up to this generation are in the index. */
  private long applied = -1;

  /**
   * Later generations that are in it, too: changes may come in another order than they were made.
   */
  private final TreeSet<Long> ahead = new TreeSet<>();

  IndexUpkeep(ShareStore store, FileIndex index) {
    this.store = store;
    this.index = index;
  }

  /** Brings it up to date with the database. */
  void catchUp() {
    attempt(() -> {
      if (trouble != null) {
        index.reopen();
      }
      build();
    });
  }

  /** Takes in changes; after a failure none, since all is to be built again. */
  void apply(IndexChanges changes) {
    if (trouble == null) {
      attempt(() -> {
        index.apply(changes);
        ahead.add(changes.generation());
        advance();
      });
    }
  }

  /**
   * Puts on disk what it has; after a failure builds it again. If a change of the database is still
   * on its way here and is cut off, the next start finds the index older than the database.
   */
  void settle() {
    if (trouble == null) {
      attempt(() -> index.commit(applied));
    } else {
      catchUp();
    }
  }

  /** Puts on disk what it has, if that is all that it should have. */
  void close() {
    if (trouble == null) {
      settle();
    }
  }

  /** Why searches do not find all that is shared, if they do not. From any thread. */
  Optional<Trouble> trouble() {
    return Optional.ofNullable(trouble);
  }

  /** How often something has failed. From any thread. */
  long failures() {
    return failures.get();
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void attempt(Work work) {
    try {
      work.run();
      trouble = null;
    } catch (IOException | RuntimeException e) {
      failures.incrementAndGet();
      trouble = Trouble.ofIndex(e, index.folder());
      LOG.atError().setCause(e).log("cannot keep the index of shared files up to date");
    }
  }

  private void build() throws IOException {
    long wanted = store.generation().join();
    if (index.generation() != wanted) {
      fill(wanted);
    }
    applied = wanted;
    advance();
  }

  private void advance() {
    ahead.headSet(applied, true).clear();
    while (ahead.remove(applied + 1)) {
      applied++;
    }
  }

  private void fill(long wanted) throws IOException {
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
}
