package org.lagroups.fileshare.transfer;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import org.lagroups.fileshare.part.PartFiles;
import org.lagroups.fileshare.part.Target;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** All downloads of this node. Each is kept, also when done, until it is removed. */
public final class Downloads {

  /**
   * The most downloads kept; beyond, the oldest that is done is forgotten. All others can go on,
   * and have a part of their file on disk: only the person gives those up.
   */
  public static final int MAX_KEPT = 1_000;

  /** The most downloads that run at once. */
  public static final int MAX_ACTIVE = 64;

  private final Peers peers;
  private final PartFiles files;
  private final DownloadStore store;
  private final LongSupplier nowMillis;
  private final Runnable changed;
  private final Map<Long, Download> downloads = new TreeMap<>();
  private long lastId;

  /** A download that was kept from an earlier life of the node. */
  public record Kept(DownloadEntry entry, Phase phase, String path) {}

  /**
   * No downloads yet.
   *
   * @param nowMillis monotonic
   * @param changed called when the phase of a download has changed
   */
  public Downloads(
      Peers peers, PartFiles files, DownloadStore store, LongSupplier nowMillis, Runnable changed) {
    this.peers = peers;
    this.files = files;
    this.store = store;
    this.nowMillis = nowMillis;
    this.changed = changed;
  }

  /** Takes over downloads from an earlier life of the node; those that ran go on. */
  public void restore(Collection<Kept> kept) {
    for (Kept one : kept) {
      Download download = add(one.entry());
      download.restore(one.phase(), one.path());
      if (one.phase().isActive()) {
        download.start();
      }
    }
  }

  /**
   * Begins a download. One of the same content to the same place goes on, or begins anew if its
   * file was done.
   *
   * @throws IllegalStateException if too many run already, or {@link #MAX_KEPT} are kept of which
   *     none is done
   */
  public DownloadStatus begin(GroupId group, NodeId publisher, Target target) {
    Optional<Download> known = known(target);
    if (known.isPresent() && known.get().phase().isActive()) {
      return known.get().status();
    }
    if (downloads.values().stream().filter(d -> d.phase().isActive()).count() >= MAX_ACTIVE) {
      throw new IllegalStateException("64 downloads run already; wait until some are done");
    }
    known.ifPresent(download -> forget(download.entry().id()));
    makeRoom();
    Download download = add(new DownloadEntry(lastId + 1, group, publisher, target));
    store.save(download.entry(), download.phase(), "");
    download.start();
    return download.status();
  }

  /** How far all are, the latest first. */
  public List<DownloadStatus> all() {
    return downloads.values().stream()
        .map(Download::status)
        .sorted(Comparator.comparingLong((DownloadStatus s) -> s.entry().id()).reversed())
        .toList();
  }

  /** How far one is. */
  public Optional<DownloadStatus> status(long id) {
    return Optional.ofNullable(downloads.get(id)).map(Download::status);
  }

  /** Stops a download, so that it can go on later; answers whether there is one. */
  public boolean pause(long id) {
    Download download = downloads.get(id);
    if (download != null && download.phase().isActive()) {
      download.pause();
    }
    return download != null;
  }

  /** Goes on with a download that was stopped; answers whether there is one. */
  public boolean resume(long id) {
    Download download = downloads.get(id);
    if (download != null && !download.phase().isActive() && download.phase() != Phase.DONE) {
      download.start();
    }
    return download != null;
  }

  /**
   * Forgets a download, and deletes what is there unless it is whole; answers whether there is one.
   */
  public boolean remove(long id) {
    Download download = downloads.get(id);
    if (download != null) {
      download.discard();
      forget(id);
    }
    return download != null;
  }

  /** To be called every second while {@link #isBusy}. */
  public void tick() {
    List.copyOf(downloads.values()).forEach(Download::tick);
  }

  /** Whether any download runs. */
  public boolean isBusy() {
    return downloads.values().stream().anyMatch(download -> download.phase().isActive());
  }

  /** Closes all files; what ran goes on in the next life of the node. */
  public void stop() {
    for (Download download : downloads.values()) {
      Phase phase = download.phase();
      if (phase.isActive()) {
        download.pause();
        store.save(download.entry(), phase, "");
      }
    }
  }

  private Download add(DownloadEntry entry) {
    lastId = Math.max(lastId, entry.id());
    Download download = new Download(entry, peers, files, nowMillis, this::onChange);
    downloads.put(entry.id(), download);
    return download;
  }

  private void onChange(Download download) {
    store.save(download.entry(), download.phase(), download.status().path().orElse(""));
    changed.run();
  }

  private Optional<Download> known(Target target) {
    return downloads.values().stream()
        .filter(download -> download.entry().target().equals(target))
        .findFirst();
  }

  private void makeRoom() {
    if (downloads.size() >= MAX_KEPT) {
      Download oldest =
          downloads.values().stream()
              .filter(download -> download.phase() == Phase.DONE)
              .findFirst()
              .orElseThrow(() ->
                  new IllegalStateException("1000 downloads are kept, and none of them is done"));
      forget(oldest.entry().id());
    }
  }

  private void forget(long id) {
    downloads.remove(id);
    store.remove(id);
  }
}
