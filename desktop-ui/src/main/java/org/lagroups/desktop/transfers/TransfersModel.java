package org.lagroups.desktop.transfers;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.fileshare.api.DownloadList;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.node.control.api.Done;

/** What this node fetches and has fetched, the latest first. On the JavaFX thread. */
final class TransfersModel implements AutoCloseable {

  private static final String DOWNLOADS = "/v1/share/downloads";

  /** A rate that sinks to nothing is told by no event. */
  private static final Duration EVERY = Duration.ofSeconds(2);

  private final Api api;
  private final ObservableList<DownloadView> downloads = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final Asked asked = new Asked();
  private final Live<DownloadList> live;
  private final Subscription open;

  TransfersModel(Api api) {
    this.api = api;
    live =
        new Live<>(api, DOWNLOADS, DownloadList.class, this::take)
            .on("share.progress")
            .every(EVERY);
    open = live.start();
  }

  /** The downloads. */
  ObservableList<DownloadView> downloads() {
    return downloads;
  }

  /** Whether the node has told of them yet. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Why the last thing was refused; null if it was not. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Reads all again, as after a verdict, which no event tells of. */
  void again() {
    live.again();
  }

  /** Stops a download, and keeps what is there. */
  void pause(DownloadView one) {
    ask(api.post(path(one) + "/pause", null, DownloadView.class));
  }

  /** Goes on with a download. */
  void resume(DownloadView one) {
    ask(api.post(path(one) + "/resume", null, DownloadView.class));
  }

  /** Gives a download up; one that is done is only forgotten, its file stays. */
  void cancel(DownloadView one) {
    ask(api.delete(path(one), Done.class));
  }

  @Override
  public void close() {
    open.unsubscribe();
    asked.leave();
  }

  private void ask(Answer<?> answer) {
    problem.set(null);
    asked.add(answer).then(_ -> live.again()).otherwise(problem::set);
  }

  private static String path(DownloadView one) {
    return DOWNLOADS + "/" + one.id();
  }

  /** Changes rows where they are; what was begun since comes on top, what is gone goes. */
  private void take(DownloadList list) {
    known.set(true);
    Map<Long, DownloadView> now = new HashMap<>();
    list.downloads().forEach(one -> now.put(one.id(), one));
    downloads.removeIf(one -> !now.containsKey(one.id()));
    List<DownloadView> wanted = list.downloads();
    for (int i = 0; i < wanted.size(); i++) {
      DownloadView one = wanted.get(i);
      if (i < downloads.size() && downloads.get(i).id() == one.id()) {
        if (!downloads.get(i).equals(one)) {
          downloads.set(i, one);
        }
      } else {
        downloads.removeIf(old -> old.id() == one.id());
        downloads.add(Math.min(i, downloads.size()), one);
      }
    }
  }
}
