package org.lagroups.desktop.search;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.link.Problem;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.fileshare.api.BeginDownload;
import org.lagroups.fileshare.api.BeginVerification;
import org.lagroups.fileshare.api.DownloadView;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.HitView.Confirmed;
import org.lagroups.fileshare.api.VerificationView;
import org.lagroups.node.control.api.GraphAnswer.Paths;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.client.ControlClient;

/** What there is to know of one result, and what one can do with it. On the JavaFX thread. */
final class DetailsModel implements AutoCloseable {

  /** So long one stays on a result before the node is asked about it. */
  static final Duration STAY = Duration.ofMillis(150);

  private static final String DOWNLOADS = "/v1/share/downloads";

  private final Api api;
  private final Consumer<HitView> confirmed;
  private final ReadOnlyObjectWrapper<@Nullable HitView> hit = new ReadOnlyObjectWrapper<>();
  private final ObservableList<Lane> lanes = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable VerificationView> check =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<@Nullable DownloadView> download =
      new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final Asked asked = new Asked();
  private final Asked wanted = new Asked();
  private @Nullable HitView fetching;
  private Subscription pause = Subscription.EMPTY;
  private Subscription following = Subscription.EMPTY;

  /**
   * About nothing yet.
   *
   * @param confirmed told of a result after its record was asked for again
   */
  DetailsModel(Api api, Consumer<HitView> confirmed) {
    this.api = api;
    this.confirmed = confirmed;
  }

  /** Is about this result from now on; the same one again only brings what is new of it. */
  void show(@Nullable HitView next) {
    HitView before = hit.get();
    if (before != null && next != null && isSame(before, next)) {
      hit.set(next);
      return;
    }
    drop();
    lanes.clear();
    check.set(null);
    checking.set(false);
    download.set(null);
    problem.set(null);
    hit.set(next);
    if (next != null && !next.own()) {
      pause = api.after(STAY, () -> askPaths(next));
    }
  }

  /** Fetches its record again over separate paths. */
  void check() {
    HitView about = Objects.requireNonNull(hit.get());
    checking.set(true);
    problem.set(null);
    asked.add(
        api.post(
                "/v1/share/verifications",
                new BeginVerification(about.root(), null),
                VerificationView.class)
            .then(result -> {
              checking.set(false);
              check.set(result);
              HitView now =
                  about.with(new Confirmed(result.confirmations(), result.routes().size()));
              hit.set(now);
              confirmed.accept(now);
              lanes.setAll(result.routes().stream().map(DetailsModel::lane).toList());
            })
            .otherwise(why -> {
              checking.set(false);
              problem.set(why);
            }));
  }

  /** Fetches the file into a folder on the node's machine; {@code taken} if the node takes it. */
  void fetch(String folder, Runnable taken) {
    HitView about = Objects.requireNonNull(hit.get());
    problem.set(null);
    fetching = about;
    wanted
        .add(api.post(DOWNLOADS, new BeginDownload(about.root(), folder), DownloadView.class))
        .then(begun -> {
          taken.run();
          if (about.equals(fetching)) {
            follow(begun);
          }
        })
        .otherwise(problem::set);
  }

  /** The result; null if none is chosen. */
  ReadOnlyObjectProperty<@Nullable HitView> hit() {
    return hit.getReadOnlyProperty();
  }

  /** The paths that lead to its publisher. */
  ObservableList<Lane> lanes() {
    return lanes;
  }

  /** What the check came to; null before one. */
  ReadOnlyObjectProperty<@Nullable VerificationView> checked() {
    return check.getReadOnlyProperty();
  }

  /** Whether a check is under way. */
  ReadOnlyBooleanProperty checking() {
    return checking.getReadOnlyProperty();
  }

  /** How far the fetching is; null if it was not begun here. */
  ReadOnlyObjectProperty<@Nullable DownloadView> download() {
    return download.getReadOnlyProperty();
  }

  /** Why the last thing was refused; null if it was not. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  @Override
  public void close() {
    drop();
  }

  private void drop() {
    pause.unsubscribe();
    following.unsubscribe();
    asked.cancel();
    wanted.leave();
    fetching = null;
  }

  private void follow(DownloadView begun) {
    following.unsubscribe();
    download.set(begun);
    following =
        new Live<>(api, DOWNLOADS + "/" + begun.id(), DownloadView.class, download::set)
            .on("share.progress")
            .start();
  }

  /** The paths first, then what those on them call themselves. Without the names, IDs do. */
  private void askPaths(HitView about) {
    String group = "/v1/groups/" + about.group();
    String to = ControlClient.escape(about.publisher().toString());
    asked.add(
        api.get(group + "/paths?to=" + to, Paths.class)
            .then(paths -> askNames(group, paths))
            .otherwise(_ -> {})); // it has left the group meanwhile: there is nothing to draw
  }

  private void askNames(String group, Paths paths) {
    asked.add(
        api.get(group, GroupView.class)
            .then(view -> {
              Map<String, String> names = new HashMap<>();
              view.members()
                  .forEach(
                      one -> names.put(one.node().toString(), Shown.name(one.name(), one.node())));
              draw(paths, names);
            })
            .otherwise(_ -> draw(paths, Map.of())));
  }

  private void draw(Paths paths, Map<String, String> names) {
    if (check.get() == null) {
      lanes.setAll(
          paths.paths().stream()
              .map(path ->
                  path.stream().map(node -> names.getOrDefault(node, Shown.line(node, 9))).toList())
              .map(path -> new Lane(between(path), ""))
              .toList());
    }
  }

  private static Lane lane(VerificationView.RouteView route) {
    return new Lane(
        between(route.names().stream().map(name -> Shown.line(name, 40)).toList()),
        route.outcome());
  }

  private static List<String> between(List<String> path) {
    return path.size() < 2 ? List.of() : path.subList(1, path.size() - 1);
  }

  private static boolean isSame(HitView one, HitView other) {
    return one.root().equals(other.root())
        && one.publisher().equals(other.publisher())
        && one.group().equals(other.group());
  }
}
