package org.lagroups.desktop.shell;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import javafx.util.Subscription;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Asked;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Notices;
import org.lagroups.desktop.screen.Notices.Kind;
import org.lagroups.desktop.screen.Place;
import org.lagroups.desktop.screen.Texts;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupEvents;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupView;

/**
 * Tells who is proven to lie, and where this node is no robust member any more. It goes by what
 * groups look like, not by events alone, of which some may have been missed. On the JavaFX thread.
 */
final class GroupNews implements AutoCloseable {

  /** Of more groups nothing is told. */
  private static final int MOST_GROUPS = 64;

  /** What was known of a group when it was looked at last. */
  private record Known(Set<NodeId> equivocators, boolean isRobust) {}

  private final Api api;
  private final Notices notices;
  private final Directory directory;
  private final Texts texts = Texts.of(GroupNews.class);
  private final Map<GroupId, Known> groups = new HashMap<>();
  private final Set<GroupId> reading = new HashSet<>();
  private final Asked asked = new Asked();
  private final Subscription open;

  GroupNews(Api api, Notices notices, Directory directory) {
    this.api = api;
    this.notices = notices;
    this.directory = directory;
    open =
        new Live<>(api, "/v1/groups", GroupList.class, this::look)
            .on(GroupEvents.EQUIVOCATION_PROVEN)
            .on(GroupEvents.ROBUST_ENTERED)
            .on(GroupEvents.ROBUST_LEFT)
            .start();
  }

  @Override
  public void close() {
    open.unsubscribe();
    asked.cancel();
  }

  private void look(GroupList list) {
    Set<GroupId> now = new HashSet<>();
    for (GroupList.GroupSummary one : list.groups()) {
      if (one.ofPeople()
          && now.size() < MOST_GROUPS
          && now.add(one.group())
          && reading.add(one.group())) {
        asked
            .add(api.get("/v1/groups/" + one.group(), GroupView.class))
            .then(this::take)
            .otherwise(_ -> reading.remove(one.group()));
      }
    }
    groups.keySet().retainAll(now);
  }

  /** What was so before this window looked is no news. */
  private void take(GroupView view) {
    reading.remove(view.group());
    Set<NodeId> equivocators = new HashSet<>();
    view.equivocators().forEach(one -> equivocators.add(one.node()));
    boolean isRobust =
        view.robust().nodes().stream()
            .anyMatch(one -> one.node().equals(view.you()) && one.member());
    Known before = groups.put(view.group(), new Known(equivocators, isRobust));
    if (before == null) {
      return;
    }
    directory.learn(view);
    String group = directory.group(view.group());
    equivocators.stream()
        .filter(node -> !before.equivocators.contains(node))
        .forEach(node -> tell("news.equivocator", group, directory.node(node)));
    if (before.isRobust && !isRobust) {
      tell("news.left", group);
    }
  }

  private void tell(String key, Object... arguments) {
    notices.tell(Kind.WARNING, texts.get(key, arguments), texts.get(key + ".hint"), Place.PEOPLE);
  }
}
