package org.lagroups.desktop.shell;

import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.util.Subscription;
import org.lagroups.desktop.files.DownloadPhase;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.multicast.api.CastList;

/** What the node is at that would end with it. A node that does not answer holds nobody up. */
final class LeavingModel implements AutoCloseable {

  static final Duration PATIENCE = Duration.ofSeconds(2);

  /** How many downloads and streams are under way. */
  record Busy(long downloads, long streams) {

    boolean isBusy() {
      return downloads > 0 || streams > 0;
    }
  }

  private final Api api;
  private Subscription question = Subscription.EMPTY;

  LeavingModel(Api api) {
    this.api = api;
  }

  /** Asks anew; what was asked before is answered no more. */
  void ask(Consumer<Busy> told) {
    close();
    Consumer<Busy> once =
        busy -> {
          close();
          told.accept(busy);
        };
    Subscription patience = api.after(PATIENCE, () -> once.accept(new Busy(0, 0)));
    Answer<DownloadList> downloads = api.get("/v1/share/downloads", DownloadList.class);
    Answer<CastList> streams = api.get("/v1/cast/streams", CastList.class);
    question =
        () -> {
          patience.unsubscribe();
          downloads.cancel();
          streams.cancel();
        };
    downloads
        .then(list -> join(streams, active(list), once))
        .otherwise(_ -> join(streams, 0, once));
    // Joined above as soon as the downloads are known; until then a refusal is nothing to tell.
    streams.otherwise(_ -> {});
  }

  @Override
  public void close() {
    question.unsubscribe();
    question = Subscription.EMPTY;
  }

  private static void join(Answer<CastList> streams, long downloads, Consumer<Busy> told) {
    streams
        .then(list -> told.accept(new Busy(downloads, active(list))))
        .otherwise(_ -> told.accept(new Busy(downloads, 0)));
  }

  private static long active(DownloadList list) {
    return list.downloads().stream().filter(DownloadPhase::isActive).count();
  }

  private static long active(CastList list) {
    return list.streams().stream()
        .filter(one -> !List.of("done", "failed").contains(one.phase()))
        .count();
  }
}
