package org.lagroups.fileshare.transfer;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.merkle.LeafRange;
import org.lagroups.fileshare.peer.PeerReply;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.fileshare.wire.FileReply;
import org.lagroups.fileshare.wire.FileRequest;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/** One file on its way here. */
final class Download {

  /** How long a member may take to deliver a chunk. */
  static final long CHUNK_MILLIS = 10_000;

  /** After so long, a chunk is asked for a second time from a member with nothing else to do. */
  static final long LATE_MILLIS = 2_000;

  /** How often it is asked who has the file, while someone is delivering. */
  static final long FIND_AGAIN_MILLIS = 15_000;

  /** How often it is asked who has the file, while nobody is. */
  static final long FIND_URGENTLY_MILLIS = 2_000;

  /** The most chunks that wait for the disk; then no more are asked for. */
  static final int MAX_WRITES = 128;

  private static final int MAX_ROUTES = 4;

  private final DownloadEntry entry;
  private final Peers peers;
  private final PartFiles files;
  private final LongSupplier nowMillis;
  private final Consumer<Download> changed;
  private final Map<NodeId, Holder> holders = new TreeMap<>();
  private final Speed speed = new Speed();
  private final HolderSearch holderSearch;
  private Phase phase = Phase.OPENING;
  private @Nullable PartFile file;
  private @Nullable Chunks chunks;
  private @Nullable DiskProblem problem;
  private @Nullable String path;
  private int writes;
  private long soughtMillis;

  /** Replies of an earlier run, before a pause, count for nothing. */
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
    this.peers = peers;
    this.files = files;
    this.nowMillis = nowMillis;
    this.changed = changed;
    this.holderSearch = new HolderSearch(peers, entry.group(), entry.target(), this::onHolder);
  }

  DownloadEntry entry() {
    return entry;
  }

  Phase phase() {
    return phase;
  }

  DownloadStatus status() {
    Chunks map = chunks;
    long whole = entry.target().shape().lengthBytes();
    List<NodeId> exposed =
        holders.values().stream().filter(Holder::isBad).map(Holder::node).toList();
    return new DownloadStatus(
        entry,
        phase,
        phase == Phase.DONE ? whole : map == null ? 0 : map.doneBytes(),
        phase == Phase.RUNNING ? speed.bytesPerSecond() : 0,
        (int) holders.values().stream().filter(Holder::isUsable).count(),
        exposed,
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
    holders.clear();
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
    Chunks map = chunks();
    speed.update(map.doneBytes(), nowMillis.getAsLong());
    boolean delivering = holders.values().stream().anyMatch(Holder::isUsable);
    enter(delivering ? Phase.RUNNING : Phase.WAITING);
    long pause = delivering ? FIND_AGAIN_MILLIS : FIND_URGENTLY_MILLIS;
    if (nowMillis.getAsLong() - soughtMillis >= pause) {
      seekHolders();
    }
    pump();
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
    Chunks map = new Chunks(entry.target().shape(), leaves);
    chunks = map;
    speed.reset(map.doneBytes(), nowMillis.getAsLong());
    enter(Phase.RUNNING);
    if (map.isComplete()) {
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
    Holder known = holders.get(node);
    if (known == null) {
      holders.put(node, new Holder(node, route));
    } else {
      known.confirmed(route);
    }
    if (phase == Phase.WAITING) {
      enter(Phase.RUNNING);
    }
    pump();
  }

  private void pump() {
    boolean asking = true;
    while (asking && phase == Phase.RUNNING && writes < MAX_WRITES) {
      asking = false;
      for (Holder holder : List.copyOf(holders.values())) {
        asking |= holder.hasRoom() && askForChunk(holder);
      }
    }
  }

  private boolean askForChunk(Holder holder) {
    long now = nowMillis.getAsLong();
    OptionalInt chunk = chunks().take(holder.node(), now);
    if (chunk.isEmpty()) {
      chunk = chunks().takeLate(holder.node(), now - LATE_MILLIS, now);
    }
    if (chunk.isEmpty()) {
      return false;
    }
    int thisRun = run;
    int taken = chunk.getAsInt();
    holder.asked();
    peers.ask(
        holder.route(),
        new FileRequest.FetchLeaves(entry.target().root(), chunks().range(taken)),
        CHUNK_MILLIS,
        reply -> {
          if (thisRun == run) {
            onReply(holder, taken, reply);
          }
        });
    return true;
  }

  private void onReply(Holder holder, int chunk, PeerReply reply) {
    switch (reply) {
      case PeerReply.Answered answered -> onAnswer(holder, chunk, answered.reply());
      case PeerReply.Altered altered -> {
        holder.failed();
        reroute(holder);
        chunks().giveBack(chunk, holder.node());
      }
      case PeerReply.Failed failed -> {
        if (failed.failure() == PeerReply.Failure.BUSY) {
          holder.slowed();
        } else {
          holder.failed();
        }
        chunks().giveBack(chunk, holder.node());
      }
    }
    if (reply instanceof PeerReply.Answered) {
      pump();
    }
  }

  private void onAnswer(Holder holder, int chunk, FileReply reply) {
    LeafRange range = chunks().range(chunk);
    if (reply instanceof FileReply.Leaves leaves) {
      Target target = entry.target();
      Optional<Bytes> hashes =
          leaves.proof().check(target.shape(), target.root(), range, leaves.content());
      if (hashes.isPresent()) {
        holder.succeeded();
        write(chunk, range, leaves.content(), hashes.get());
        return;
      }
      holder.exposed();
    } else {
      holder.failed();
    }
    chunks().giveBack(chunk, holder.node());
  }

  /** A relay on the way lies: takes another way, if there is one. */
  private void reroute(Holder holder) {
    List<Route> routes = peers.disjoint(entry.group(), holder.node(), MAX_ROUTES);
    int now = routes.indexOf(holder.route());
    if (!routes.isEmpty()) {
      holder.reroute(routes.get((now + 1) % routes.size()));
    }
  }

  private void write(int chunk, LeafRange range, Bytes content, Bytes hashes) {
    if (!chunks().isMissing(chunk)) {
      return;
    }
    int thisRun = run;
    writes++;
    file()
        .write(
            range,
            content,
            hashes,
            failure -> {
              if (thisRun == run) {
                onWritten(chunk, failure);
              }
            });
  }

  private void onWritten(int chunk, Optional<DiskProblem> failure) {
    writes--;
    if (failure.isPresent()) {
      fail(failure.get());
      return;
    }
    chunks().complete(chunk);
    if (chunks().isComplete() && phase != Phase.FINISHING) {
      finish();
    } else {
      pump();
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

  private Chunks chunks() {
    return Objects.requireNonNull(chunks);
  }

  private PartFile file() {
    return Objects.requireNonNull(file);
  }
}
