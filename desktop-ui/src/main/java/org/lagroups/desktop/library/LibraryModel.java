package org.lagroups.desktop.library;

import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.function.Consumer;
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
import org.lagroups.fileshare.api.AddFolder;
import org.lagroups.fileshare.api.FolderList;
import org.lagroups.fileshare.api.FolderView;
import org.lagroups.machine.GroupId;
import org.lagroups.node.control.api.Done;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;

/** The folders that this node shares, with whom, and how far each is. On the JavaFX thread. */
final class LibraryModel implements AutoCloseable {

  private static final String FOLDERS = "/v1/share/folders";

  /** For what no event tells of: a folder removed, or added, by a command. */
  private static final Duration EVERY = Duration.ofSeconds(10);

  /** No more are taken at once, such as what was dropped on the window. */
  static final int MOST_AT_ONCE = 100;

  private final Api api;
  private final ObservableList<FolderView> folders = FXCollections.observableArrayList();
  private final ObservableList<GroupSummary> groups = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
  private final Asked asked = new Asked();
  private final Live<FolderList> live;
  private final Subscription open;
  private boolean isClosed;

  LibraryModel(Api api) {
    this.api = api;
    live = new Live<>(api, FOLDERS, FolderList.class, this::take).on("share.folder").every(EVERY);
    open =
        Subscription.combine(
            live.start(),
            new Live<>(api, "/v1/groups", GroupList.class, this::take).on("group.").start());
  }

  /** The folders, in the order in which they were added. */
  ObservableList<FolderView> folders() {
    return folders;
  }

  /** The groups with which one can share. */
  ObservableList<GroupSummary> groups() {
    return groups;
  }

  /** Whether the node has told of its folders yet. */
  ReadOnlyBooleanProperty known() {
    return known.getReadOnlyProperty();
  }

  /** Why the last thing was refused; null if it was not. */
  ReadOnlyObjectProperty<@Nullable Problem> problem() {
    return problem.getReadOnlyProperty();
  }

  /** Shares a folder on the node's machine with a group; with the only one if null. */
  void add(String path, @Nullable GroupId group, Runnable added) {
    problem.set(null);
    asked
        .add(post(path, group))
        .then(_ -> {
          live.again();
          added.run();
        })
        .otherwise(problem::set);
  }

  /**
   * Shares several folders, one after the other, until the place is left.
   *
   * @param paths of which the first {@link #MOST_AT_ONCE} are taken
   * @param refused told of each that the node does not take
   */
  void addAll(List<String> paths, @Nullable GroupId group, Consumer<Problem> refused) {
    problem.set(null);
    addNext(paths.stream().limit(MOST_AT_ONCE).iterator(), group, refused);
  }

  /** Shares a folder no longer. */
  void remove(FolderView folder) {
    ask(api.delete(FOLDERS + "/" + folder.id(), Done.class));
  }

  /** Looks for changes in all folders now. */
  void rescan() {
    ask(api.post("/v1/share/rescan", null, Done.class));
  }

  @Override
  public void close() {
    isClosed = true;
    open.unsubscribe();
    asked.leave();
  }

  private void ask(Answer<?> answer) {
    problem.set(null);
    asked.add(answer).then(_ -> live.again()).otherwise(problem::set);
  }

  private void addNext(Iterator<String> paths, @Nullable GroupId group, Consumer<Problem> refused) {
    if (!paths.hasNext() || isClosed) {
      live.again();
      return;
    }
    post(paths.next(), group)
        .then(_ -> addNext(paths, group, refused))
        .otherwise(why -> {
          refused.accept(why);
          addNext(paths, group, refused);
        });
  }

  private Answer<FolderView> post(String path, @Nullable GroupId group) {
    AddFolder wish = new AddFolder(path, group == null ? null : List.of(group));
    return api.post(FOLDERS, wish, FolderView.class);
  }

  private void take(GroupList list) {
    replace(groups, list.groups().stream().filter(GroupSummary::ofPeople).toList());
  }

  private void take(FolderList list) {
    known.set(true);
    replace(folders, list.folders());
  }

  /** Rows that stay the same stay where they are. */
  private static <T> void replace(ObservableList<T> list, List<T> now) {
    if (list.size() == now.size()) {
      for (int i = 0; i < now.size(); i++) {
        if (!list.get(i).equals(now.get(i))) {
          list.set(i, now.get(i));
        }
      }
    } else {
      list.setAll(now);
    }
  }
}
