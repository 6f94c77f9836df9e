package org.lagroups.desktop.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.lagroups.desktop.files.DownloadPhase;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Place;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.multicast.api.CastList;
import org.lagroups.multicast.api.CastView;
import org.lagroups.wormguard.api.SignatureEvent;
import org.lagroups.wormguard.api.SignatureList;
import org.lagroups.wormguard.api.SignatureView;

/** What the applications of the node are at. One that the node lacks is passed over. */
final class WorkModel implements AutoCloseable {

  private static final Duration EVERY = Duration.ofSeconds(5);

  /** Kinds of work, in the order in which they are told. */
  enum Kind {
    DOWNLOADS(Place.TRANSFERS),
    HASHING(Place.LIBRARY),
    SENDING(Place.STREAMS),
    RECEIVING(Place.STREAMS),
    ENFORCED(Place.GUARD),
    UNDECIDED(Place.GUARD);

    private final Place place;

    Kind(Place place) {
      this.place = place;
    }

    /** Where there is more about it. */
    Place place() {
      return place;
    }
  }

  /**
   * Something that the node is at.
   *
   * @param count how many, at least 1
   * @param amount bytes in a second of downloads, bytes still to hash; otherwise 0
   */
  record Work(Kind kind, long count, long amount) {}

  private final Map<Kind, Work> known = new EnumMap<>(Kind.class);
  private final ObservableList<Work> all = FXCollections.observableArrayList();
  private final Subscription open;

  WorkModel(Api api) {
    open =
        Subscription.combine(
            new Live<>(api, "/v1/share/downloads", DownloadList.class, this::show)
                .on("share.progress")
                .every(EVERY)
                .start(),
            new Live<>(api, "/v1/share/folders", FolderList.class, this::show)
                .on("share.folder")
                .every(EVERY)
                .start(),
            new Live<>(api, "/v1/cast/streams", CastList.class, this::show).every(EVERY).start(),
            new Live<>(api, "/v1/guard/signatures", SignatureList.class, this::show)
                .on(SignatureEvent.TYPE)
                .every(EVERY)
                .start());
  }

  /** All that goes on; empty if nothing does. */
  ObservableList<Work> all() {
    return all;
  }

  @Override
  public void close() {
    open.unsubscribe();
  }

  private void show(DownloadList list) {
    List<DownloadView> active = list.downloads().stream().filter(DownloadPhase::isActive).toList();
    put(
        Kind.DOWNLOADS,
        active.size(),
        active.stream().mapToLong(DownloadView::bytesPerSecond).sum());
    tell();
  }

  private void show(FolderList list) {
    List<FolderView> hashing =
        list.folders().stream().filter(one -> one.phase().equals("hashing")).toList();
    long left = hashing.stream().mapToLong(one -> one.bytesToHash() - one.bytesHashed()).sum();
    put(Kind.HASHING, hashing.size(), left);
    tell();
  }

  private void show(CastList list) {
    put(Kind.SENDING, running(list, CastView.SENDS), 0);
    put(Kind.RECEIVING, running(list, CastView.RECEIVES), 0);
    tell();
  }

  private void show(SignatureList list) {
    put(Kind.ENFORCED, count(list.signatures(), "enforced"), 0);
    put(
        Kind.UNDECIDED,
        list.signatures().stream().filter(one -> one.undecidedSinceMillis() > 0).count(),
        0);
    tell();
  }

  private static long running(CastList list, String role) {
    return list.streams().stream()
        .filter(one -> one.role().equals(role))
        .filter(one -> !List.of("done", "failed").contains(one.phase()))
        .count();
  }

  private static long count(List<SignatureView> signatures, String phase) {
    return signatures.stream().filter(one -> one.phase().equals(phase)).count();
  }

  private void put(Kind kind, long count, long amount) {
    if (count == 0) {
      known.remove(kind);
    } else {
      known.put(kind, new Work(kind, count, amount));
    }
  }

  private void tell() {
    List<Work> now = new ArrayList<>(known.values());
    if (!all.equals(now)) {
      all.setAll(now);
    }
  }
}
