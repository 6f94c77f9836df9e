package org.lagroups.fileshare.runtime.folder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.lagroups.fileshare.runtime.store.FileStamp;
import org.lagroups.fileshare.runtime.store.HashedFile;
import org.lagroups.fileshare.runtime.store.SharedFolder;

/** One pass over a folder. */
final class FolderScan {

  /** After so many hashed files they are entered. */
  static final int BATCH_FILES = 512;

  /** After so many hashed bytes they are entered. */
  static final long BATCH_BYTES = 256L << 20;

  private final SharedFolder folder;
  private final FileHasher hasher;
  private final ScanTally tally;
  private final Sink sink;
  private final BooleanSupplier stopped;
  private final Consumer<FolderReport> reports;
  private final List<HashedFile> batch = new ArrayList<>();
  private long batchBytes;

  /** Where results go. */
  @FunctionalInterface
  interface Sink {

    /** Enters files that are new or have changed, and takes out those that are gone. */
    void enter(List<HashedFile> files, List<String> gone);
  }

  FolderScan(
      SharedFolder folder,
      FileHasher hasher,
      ScanTally tally,
      Sink sink,
      BooleanSupplier stopped,
      Consumer<FolderReport> reports) {
    this.folder = folder;
    this.hasher = hasher;
    this.tally = tally;
    this.sink = sink;
    this.stopped = stopped;
    this.reports = reports;
  }

  /**
   * Does it.
   *
   * @param known what is in the database
   * @throws IOException if the folder itself cannot be read
   */
  void run(Map<String, FileStamp> known) throws IOException {
    FolderWalk walk = new FolderWalk(folder.path(), tally, stopped);
    List<FoundFile> found = walk.run();
    if (stopped.getAsBoolean()) {
      return;
    }
    List<FoundFile> changed =
        found.stream().filter(file -> !file.stamp().equals(known.get(file.relative()))).toList();
    tally.beginHashing(
        changed.size(), changed.stream().mapToLong(file -> file.stamp().sizeBytes()).sum());
    for (FoundFile file : changed) {
      if (stopped.getAsBoolean()) {
        return;
      }
      hash(file);
    }
    Set<String> gone = new HashSet<>(known.keySet());
    found.forEach(file -> gone.remove(file.relative()));
    gone.removeIf(walk::isUnseen);
    sink.enter(List.copyOf(batch), gone.stream().sorted().toList());
  }

  private void hash(FoundFile file) {
    Optional<HashedFile> hashed = hashOrReport(file);
    tally.hashedFile();
    if (hashed.isPresent()) {
      batch.add(hashed.get());
      batchBytes += file.stamp().sizeBytes();
    }
    if (batch.size() >= BATCH_FILES || batchBytes >= BATCH_BYTES) {
      sink.enter(List.copyOf(batch), List.of());
      batch.clear();
      batchBytes = 0;
    }
    reports.accept(tally.now());
  }

  private Optional<HashedFile> hashOrReport(FoundFile file) {
    try {
      Optional<HashedFile> hashed =
          hasher.hash(
              file,
              bytes -> {
                tally.hashedBytes(bytes);
                reports.accept(tally.now());
              },
              stopped);
      if (hashed.isEmpty() && !stopped.getAsBoolean()) {
        tally.problem(FolderWalk.show(file.path()) + ": is being changed; next time");
      }
      return hashed;
    } catch (IOException e) {
      tally.problem(FolderWalk.show(file.path()) + ": " + FolderWalk.why(e));
      return Optional.empty();
    }
  }
}
