package org.lagroups.desktop.home;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;
import org.lagroups.desktop.link.Answer;
import org.lagroups.desktop.link.Api;
import org.lagroups.desktop.link.Live;
import org.lagroups.desktop.screen.Directory;
import org.lagroups.desktop.screen.Shown;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupList;
import org.lagroups.node.control.api.GroupList.GroupSummary;
import org.lagroups.node.control.api.GroupView;
import org.lagroups.node.control.api.NodeInfo;

/** What the first screen shows. On the JavaFX thread. */
final class HomeModel implements AutoCloseable {

  /** What no event tells of, such as the uptime and the number of connections. */
  private static final Duration EVERY = Duration.ofSeconds(5);

  /**
   * A group and who of it vouches for this node.
   *
   * @param attestedBy the names of those who do, by the order of their IDs
   * @param lacking the names of those who do not
   */
  record GroupLine(GroupId group, List<String> attestedBy, List<String> lacking) {}

  /** Something to look at: a sentence, and which kind. */
  record Attention(Kind kind, String subject) {

    /** Kinds of what needs attention; the words for them are the view's. */
    enum Kind {
      WARNING,
      ALONE,
      EQUIVOCATOR,
      FAILING
    }
  }

  private final Api api;
  private final Directory directory;
  private final ReadOnlyObjectWrapper<@Nullable NodeInfo> node = new ReadOnlyObjectWrapper<>();
  private final ObservableList<GroupLine> groups = FXCollections.observableArrayList();
  private final ObservableList<Attention> attention = FXCollections.observableArrayList();
  private final Map<GroupId, GroupView> views = new HashMap<>();
  private final List<Answer<?>> asked = new ArrayList<>();
  private List<GroupSummary> listed = List.of();
  private final Subscription open;

  HomeModel(Api api, Directory directory) {
    this.api = api;
    this.directory = directory;
    open =
        Subscription.combine(
            new Live<>(api, "/v1/node", NodeInfo.class, this::show)
                .on("group.")
                .every(EVERY)
                .start(),
            new Live<>(api, "/v1/groups", GroupList.class, this::show)
                .on("group.")
                .every(EVERY)
                .start());
  }

  /** The node itself; null until it has answered. */
  ReadOnlyObjectProperty<@Nullable NodeInfo> node() {
    return node.getReadOnlyProperty();
  }

  /** Its groups. */
  ObservableList<GroupLine> groups() {
    return groups;
  }

  /** What somebody should look at; empty if all is well. */
  ObservableList<Attention> attention() {
    return attention;
  }

  @Override
  public void close() {
    open.unsubscribe();
    asked.forEach(Answer::cancel);
  }

  private void show(NodeInfo info) {
    node.set(info);
    weigh();
  }

  private void show(GroupList list) {
    listed = list.groups().stream().filter(GroupSummary::ofPeople).toList();
    views.keySet().retainAll(listed.stream().map(GroupSummary::group).toList());
    asked.forEach(Answer::cancel);
    asked.clear();
    for (GroupSummary one : listed) {
      asked.add(
          api.get("/v1/groups/" + one.group(), GroupView.class)
              .then(view -> {
                views.put(one.group(), view);
                directory.learn(view);
                weigh();
              })
              .otherwise(_ -> {})); // left meanwhile: the next list tells
    }
    weigh();
  }

  private void weigh() {
    List<GroupLine> lines =
        listed.stream()
            .map(one -> views.get(one.group()))
            .filter(Objects::nonNull)
            .map(HomeModel::line)
            .toList();
    if (!groups.equals(lines)) {
      groups.setAll(lines);
    }
    List<Attention> found = new ArrayList<>();
    NodeInfo info = node.get();
    if (info != null) {
      info.warnings().forEach(text -> found.add(attention(Attention.Kind.WARNING, text)));
    }
    for (GroupView view : views.values()) {
      for (GroupView.EquivocatorView one : view.equivocators()) {
        found.add(attention(Attention.Kind.EQUIVOCATOR, name(view, one.node())));
      }
      for (GroupView.TestedView one : view.tested()) {
        if (one.says().equals("fail")) {
          found.add(attention(Attention.Kind.FAILING, name(view, one.node())));
        }
      }
    }
    lines.stream()
        .filter(line -> line.attestedBy().isEmpty() && !line.lacking().isEmpty())
        .forEach(line -> found.add(attention(Attention.Kind.ALONE, directory.group(line.group()))));
    if (!attention.equals(found)) {
      attention.setAll(found);
    }
  }

  private static GroupLine line(GroupView view) {
    List<String> attested = new ArrayList<>();
    List<String> lacking = new ArrayList<>();
    for (GroupView.MemberView member : view.members()) {
      if (member.node().equals(view.you())) {
        continue;
      }
      boolean attests =
          view.attestations().stream()
              .anyMatch(
                  one -> one.attester().equals(member.node()) && one.attestee().equals(view.you()));
      (attests ? attested : lacking).add(Shown.name(member.name(), member.node()));
    }
    return new GroupLine(view.group(), List.copyOf(attested), List.copyOf(lacking));
  }

  private static Attention attention(Attention.Kind kind, String subject) {
    return new Attention(kind, Shown.line(subject, 300));
  }

  private static String name(GroupView view, NodeId node) {
    return view.members().stream()
        .filter(one -> one.node().equals(node))
        .findFirst()
        .map(one -> Shown.name(one.name(), node))
        .orElseGet(node::abbreviated);
  }
}
