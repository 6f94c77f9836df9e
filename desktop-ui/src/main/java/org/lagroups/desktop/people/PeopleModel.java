package org.lagroups.desktop.people;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupView;

/** The groups, and the members of the one that is chosen. On the JavaFX thread. */
final class PeopleModel implements AutoCloseable {

  /** What no event tells of: what tests say, who is connected. */
  private static final Duration EVERY = Duration.ofSeconds(3);

  private final Api api;
  private final Directory directory;
  private final ObservableList<GroupId> groups = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable GroupId> group = new SimpleObjectProperty<>();
  private final ReadOnlyObjectWrapper<@Nullable GroupView> view = new ReadOnlyObjectWrapper<>();
  private final ObservableList<MemberLine> members = FXCollections.observableArrayList();
  private final ObjectProperty<@Nullable NodeId> chosen = new SimpleObjectProperty<>();
  private final Subscription open;
  private Subscription reading = Subscription.EMPTY;
  private @Nullable Live<GroupView> live;
  private boolean isChanging;

  PeopleModel(Api api, Directory directory) {
    this.api = api;
    this.directory = directory;
    Live<GroupList> list =
        new Live<>(api, "/v1/groups", GroupList.class, this::show).on("group.").every(EVERY);
    open = Subscription.combine(list.start(), group.subscribe(this::read));
  }

  /** All groups of people, in the order of their IDs. */
  ObservableList<GroupId> groups() {
    return groups;
  }

  /** The one that is looked at; null if there is none. */
  ObjectProperty<@Nullable GroupId> group() {
    return group;
  }

  /** What the node tells of it; null until it has. */
  ReadOnlyObjectProperty<@Nullable GroupView> view() {
    return view.getReadOnlyProperty();
  }

  /** Its members, and others that it has to do with. */
  ObservableList<MemberLine> members() {
    return members;
  }

  /** The member that is looked at; null if there is none. */
  ObjectProperty<@Nullable NodeId> chosen() {
    return chosen;
  }

  /** Its line; null if none is chosen, or it is gone. */
  @Nullable MemberLine chosenLine() {
    return members.stream().filter(one -> one.node().equals(chosen.get())).findFirst().orElse(null);
  }

  /** Whether lines are being changed: what a list chooses by itself then is nobody's choice. */
  boolean isChanging() {
    return isChanging;
  }

  /** Looks again, after something was done. */
  void again() {
    if (live != null) {
      live.again();
    }
  }

  @Override
  public void close() {
    open.unsubscribe();
    reading.unsubscribe();
  }

  private void show(GroupList list) {
    List<GroupId> now =
        list.groups().stream()
            .filter(GroupList.GroupSummary::ofPeople)
            .map(GroupList.GroupSummary::group)
            .toList();
    if (!groups.equals(now)) {
      groups.setAll(now);
    }
    GroupId looked = group.get();
    if (looked == null || !now.contains(looked)) {
      group.set(now.isEmpty() ? null : now.getFirst());
    }
  }

  private void read(@Nullable GroupId of) {
    reading.unsubscribe();
    reading = Subscription.EMPTY;
    live = null;
    view.set(null);
    members.clear();
    chosen.set(null);
    if (of != null) {
      live =
          new Live<>(api, "/v1/groups/" + of, GroupView.class, this::show)
              .on("group.")
              .every(EVERY);
      reading = live.start();
    }
  }

  private void show(GroupView now) {
    if (!now.group().equals(group.get())) {
      return;
    }
    directory.learn(now);
    List<MemberLine> lines = MemberLines.of(now, directory);
    replace(lines);
    if (chosen.get() == null || chosenLine() == null) {
      chosen.set(lines.isEmpty() ? null : lines.getFirst().node());
    }
    view.set(now);
  }

  /** Changes only what differs, so that the choice and the place in the list remain. */
  private void replace(List<MemberLine> lines) {
    isChanging = true;
    List<NodeId> nodes = lines.stream().map(MemberLine::node).toList();
    members.removeIf(one -> !nodes.contains(one.node()));
    for (int i = 0; i < lines.size(); i++) {
      MemberLine line = lines.get(i);
      if (i < members.size() && members.get(i).node().equals(line.node())) {
        if (!Objects.equals(members.get(i), line)) {
          members.set(i, line);
        }
      } else {
        members.removeIf(one -> one.node().equals(line.node()));
        members.add(i, line);
      }
    }
    isChanging = false;
  }
}
