package org.lagroups.desktop.search;

import java.time.Duration;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Problem;
import org.lagroups.fileshare.api.BeginSearch;
import org.lagroups.fileshare.api.HitView;
import org.lagroups.fileshare.api.SearchView;
import org.lagroups.node.control.api.Done;

/**
 * Searches as one types, and keeps what is found. An older search is ended when a newer one begins;
 * the last one is still there when one comes back. On the JavaFX thread.
 */
final class SearchModel implements AutoCloseable {

  /** So long nothing is typed before it is searched for. */
  static final Duration TYPING = Duration.ofMillis(300);

  /** Between an answer and the next question for more. */
  static final Duration PAUSE = Duration.ofMillis(200);

  private static final String SEARCHES = "/v1/share/searches";
  private static final long WAIT_MILLIS = 5_000;

  /**
   * How far a search is.
   *
   * @param verifyPaths from how many paths on a result is verified
   * @param failed members that gave no answer to use
   * @param refused records left out, such as those with a bad signature
   */
  record Progress(
      int verifyPaths, int asked, int answered, int failed, int refused, boolean isDone) {}

  private final Api api;
  private final StringProperty words = new SimpleStringProperty("");
  private final BooleanProperty verifiedOnly = new SimpleBooleanProperty();
  private final BooleanProperty badToo = new SimpleBooleanProperty();
  private final ObservableList<HitView> hits = FXCollections.observableArrayList();
  private final FilteredList<HitView> shown = new FilteredList<>(hits, this::isShown);
  private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final Subscription open;
  private Subscription pause = Subscription.EMPTY;
  private @Nullable Answer<SearchView> asked;
  private long id;
  private int generation;
  private boolean isTaken;

  SearchModel(Api api) {
    this.api = api;
    open =
        Subscription.combine(
            words.subscribe((_, _) -> typed()),
            verifiedOnly.subscribe((_, _) -> shown.setPredicate(this::isShown)),
            badToo.subscribe((_, _) -> shown.setPredicate(this::isShown)),
            api.state()
                .subscribe((before, now) -> {
                  if (now.isUp() && !before.isUp()) {
                    begin();
                  }
                }));
    takeLast();
  }

  /** What is searched for; a change begins a search a little later. */
  StringProperty words() {
    return words;
  }

  /** Whether only what enough paths lead to is shown. */
  BooleanProperty verifiedOnly() {
    return verifiedOnly;
  }

  /** Whether also what was found bad is shown. */
  BooleanProperty badToo() {
    return badToo;
  }

  /** What is found and to be shown, in the order of arrival. */
  ObservableList<HitView> shown() {
    return shown;
  }

  /** All that is found. */
  ObservableList<HitView> all() {
    return hits;
  }

  /** How far the search is; null if there is none. */
  ReadOnlyObjectProperty<@Nullable Progress> progress() {
    return progress.getReadOnlyProperty();
  }

  /** Why there is no search; null if all is well. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Searches now, without waiting for more to be typed. */
  void begin() {
    end();
    if (words.get().isBlank()) {
      hits.clear();
      progress.set(null);
      problem.set(null);
      return;
    }
    int mine = generation;
    api.post(SEARCHES, new BeginSearch(SearchWords.of(words.get()), null), SearchView.class)
        .then(view -> {
          if (mine == generation) {
            hits.clear();
            take(view);
          } else if (!view.done()) {
            tellEnd(view.id()); // a newer one has begun meanwhile
          }
        })
        .otherwise(why -> {
          if (mine == generation) {
            refused(why);
          }
        });
  }

  /** Reads again what is known of the results, such as after a verdict. */
  void refresh() {
    if (id > 0) {
      ask(0, 0);
    }
  }

  @Override
  public void close() {
    generation++;
    open.unsubscribe();
    drop();
  }

  private void typed() {
    if (isTaken) {
      return;
    }
    pause.unsubscribe();
    pause = api.after(TYPING, this::begin);
  }

  /** Shows the last search again, as one left it. */
  private void takeLast() {
    int mine = generation;
    asked =
        api.get(SEARCHES + "/last", SearchView.class)
            .then(view -> {
              if (mine == generation && words.get().isEmpty()) {
                isTaken = true;
                words.set(SearchWords.typed(view.words()));
                isTaken = false;
                take(view);
              }
            })
            .otherwise(_ -> {}); // there is none, or no node: then one begins afresh
  }

  private void end() {
    generation++;
    drop();
    Progress last = progress.get();
    if (id > 0 && last != null && !last.isDone()) {
      tellEnd(id);
    }
    id = 0;
  }

  private void tellEnd(long search) {
    api.delete(SEARCHES + "/" + search, Done.class).otherwise(_ -> {}); // it ends by itself as well
  }

  private void drop() {
    pause.unsubscribe();
    if (asked != null) {
      asked.cancel();
    }
  }

  private void ask(int seen, long waitMillis) {
    drop();
    asked =
        api.get("%s/%d?seen=%d&wait=%d".formatted(SEARCHES, id, seen, waitMillis), SearchView.class)
            .then(this::take)
            .otherwise(problem::set); // what was found stays
  }

  /** Takes an answer in, and asks for more until the search is done. */
  void take(SearchView view) {
    id = view.id();
    problem.set(null);
    progress.set(
        new Progress(
            view.verifyPaths(),
            view.asked(),
            view.answered(),
            view.failed(),
            view.refusedRecords(),
            view.done()));
    merge(view.hits());
    if (!view.done()) {
      pause = api.after(PAUSE, () -> ask(view.hits().size(), WAIT_MILLIS));
    }
  }

  /** More is known of a result; it keeps its row. */
  void replace(HitView now) {
    for (int i = 0; i < hits.size(); i++) {
      HitView before = hits.get(i);
      if (before.number() == now.number() && before.root().equals(now.root())) {
        hits.set(i, now);
        return;
      }
    }
  }

  /** Results only come, and what is known of them changes: those that are there keep their row. */
  private void merge(List<HitView> found) {
    int known = Math.min(hits.size(), found.size());
    for (int i = 0; i < known; i++) {
      if (!hits.get(i).equals(found.get(i))) {
        hits.set(i, found.get(i));
      }
    }
    if (hits.size() > found.size()) {
      hits.remove(found.size(), hits.size());
    } else if (found.size() > known) {
      hits.addAll(found.subList(known, found.size()));
    }
  }

  private void refused(Problem why) {
    id = 0;
    hits.clear();
    progress.set(null);
    problem.set(why);
  }

  private boolean isShown(HitView hit) {
    return (badToo.get() || !hit.hidden()) && (!verifiedOnly.get() || isVerified(hit));
  }

  /** Whether enough paths lead to a result, or it is one's own. */
  boolean isVerified(HitView hit) {
    Progress now = progress.get();
    Integer paths = hit.paths();
    return paths == null || (now != null && paths >= now.verifyPaths());
  }
}
