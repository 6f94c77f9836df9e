package org.lagroups.fileshare.transfer;

import java.util.BitSet;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.part.PartFile;
import org.lagroups.fileshare.part.PartFiles;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;
import org.lagroups.node.disk.DiskProblem;

/**
 * One file on its way here: its phases, and its file on disk. A {@link Fetch} does the asking, a
 * {@link HolderSearch} finds whom to ask.
 */
final class Download {

  /** How often it is asked who has the file, while someone is delivering. */
  static final long FIND_AGAIN_MILLIS = 15_000;

  /** How often it is asked who has the file, while nobody is. */
  static final long FIND_URGENTLY_MILLIS = 2_000;

  /** The most chunks that wait for the disk; then no more are asked for. */
  static final int MAX_WRITES = 128;

  private final DownloadEntry entry;
  private final PartFiles files;
  private final LongSupplier nowMillis;
  private final Consumer<Download> changed;
  private final Speed speed = new Speed();
  private final HolderSearch holderSearch;
  private final Fetch fetch;
  private Phase phase = Phase.OPENING;
  private @Nullable PartFile file;
  private @Nullable DiskProblem problem;
  private @Nullable String path;
  private int writes;
  private long soughtMillis;

  /** Answers of the disk in an earlier run, before a pause, count for nothing. */
  private int run;

  /**
   * A download at rest.
   *
   * @param nowMillis monotonic
   * @param changed called when the phase has changed
   */
  Download(
      DownloadEntry entry,
      Peers peers,
      PartFiles files,
      LongSupplier nowMillis,
      Consumer<Download> changed) {
    this.entry = entry;
    this.files = files;
    this.nowMillis = nowMillis;
    this.changed = changed;
    this.holderSearch = new HolderSearch(peers, entry.group(), entry.target(), this::onHolder);
    this.fetch = new Fetch(entry, peers, nowMillis, new Writes());
  }

  DownloadEntry entry() {
    return entry;
  }

  Phase phase() {
    return phase;
  }

  DownloadStatus status() {
    long whole = entry.target().shape().lengthBytes();
    return new DownloadStatus(
        entry,
        phase,
        phase == Phase.DONE ? whole : fetch.doneBytes(),
        phase == Phase.RUNNING ? speed.bytesPerSecond() : 0,
        fetch.holders().usable(),
        fetch.holders().exposed(),
        Optional.ofNullable(path),
        Optional.ofNullable(problem));
  }

  /** Takes over what an earlier life of the node has reached. */
  void restore(Phase reached, String savedPath) {
    phase = reached;
    path = savedPath.isEmpty() ? null : savedPath;
  }

  /** Begins, or goes on. */
  void start() {
    int thisRun = ++run;
    problem = null;
    fetch.reset();
    enter(Phase.OPENING);
    files.open(
        entry.target(),
        opening -> {
          if (thisRun == run) {
            onOpened(opening);
          } else if (opening instanceof PartFiles.Opening.Ready ready) {
            ready.file().close();
          }
        });
  }

  /** Stops, and keeps what is there. */
  void pause() {
    leaveFile(PartFile::close);
    enter(Phase.PAUSED);
  }

  /** Stops, and deletes what is there, unless the file is in place already. */
  void discard() {
    leaveFile(PartFile::discard);
  }

  /** To be called every second. */
  void tick() {
    if (phase != Phase.RUNNING && phase != Phase.WAITING) {
      return;
    }
    speed.update(fetch.doneBytes(), nowMillis.getAsLong());
    boolean delivering = fetch.holders().usable() > 0;
    enter(delivering ? Phase.RUNNING : Phase.WAITING);
    long pause = delivering ? FIND_AGAIN_MILLIS : FIND_URGENTLY_MILLIS;
    if (nowMillis.getAsLong() - soughtMillis >= pause) {
      seekHolders();
    }
    fetch.pump();
  }

  private void onOpened(PartFiles.Opening opening) {
    switch (opening) {
      case PartFiles.Opening.AlreadyThere there -> done(there.path());
      case PartFiles.Opening.Refused refused -> fail(refused.problem());
      case PartFiles.Opening.Ready ready -> {
        file = ready.file();
        run(ready.leaves());
      }
    }
  }

  private void run(BitSet leaves) {
    Chunks chunks = fetch.begin(leaves);
    speed.reset(chunks.doneBytes(), nowMillis.getAsLong());
    enter(Phase.RUNNING);
    if (chunks.isComplete()) {
      finish();
    } else {
      seekHolders();
    }
  }

  private void seekHolders() {
    soughtMillis = nowMillis.getAsLong();
    holderSearch.run();
  }

  private void onHolder(NodeId node, Route route) {
    if (!phase.isActive() || file == null) {
      return;
    }
    fetch.holders().found(node, route);
    if (phase == Phase.WAITING) {
      enter(Phase.RUNNING);
    }
    fetch.pump();
  }

  private void onWritten(int chunk, Optional<DiskProblem> failure) {
    writes--;
    if (failure.isPresent()) {
      fail(failure.get());
    } else if (fetch.isCompletedBy(chunk) && phase != Phase.FINISHING) {
      finish();
    } else {
      fetch.pump();
    }
  }

  private void finish() {
    enter(Phase.FINISHING);
    int thisRun = run;
    file()
        .finish(result -> {
          if (thisRun == run) {
            onFinished(result);
          }
        });
  }

  private void onFinished(PartFile.Finish result) {
    switch (result) {
      case PartFile.Finish.Done finished -> {
        file = null;
        done(finished.path());
      }
      case PartFile.Finish.Damaged damaged -> run(damaged.leaves());
      case PartFile.Finish.Failed failed -> fail(failed.problem());
    }
  }

  private void done(String where) {
    path = where;
    enter(Phase.DONE);
  }

  private void fail(DiskProblem why) {
    problem = why;
    leaveFile(PartFile::close);
    enter(Phase.FAILED);
  }

  private void leaveFile(Consumer<PartFile> how) {
    run++;
    writes = 0;
    fetch.end();
    PartFile open = file;
    file = null;
    if (open != null) {
      how.accept(open);
    }
  }

  private void enter(Phase next) {
    if (next != phase) {
      phase = next;
      changed.accept(this);
    }
  }

  private PartFile file() {
    return Objects.requireNonNull(file);
  }

  /** What was fetched goes to the disk, so many chunks at a time as that can take. */
  private final class Writes implements Fetch.Sink {

    @Override
    public boolean hasRoom() {
      return phase == Phase.RUNNING && writes < MAX_WRITES;
    }

    @Override
    public void take(int chunk, LeafRange range, Bytes content, Bytes leafHashes) {
      int thisRun = run;
      writes++;
      file()
          .write(
              range,
              content,
              leafHashes,
              failure -> {
                if (thisRun == run) {
                  onWritten(chunk, failure);
                }
              });
    }
  }
}
