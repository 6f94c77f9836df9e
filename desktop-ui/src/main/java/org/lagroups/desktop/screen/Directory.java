package org.lagroups.desktop.screen;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupView;

/**
 * What people call nodes and groups, wherever the API has their IDs alone. A node has the name that
 * it gave itself, the last one that was heard, and a group is called by its members. All that comes
 * out is safe to show. On the JavaFX thread.
 */
public final class Directory {

  /** Of more nodes the names that were heard longest ago are forgotten. */
  public static final int MOST_NODES = 4_096;

  /** The same for groups. */
  public static final int MOST_GROUPS = 64;

  private static final int BRIEF = 14;
  private static final int NAMED = 2;

  private final Texts texts = Texts.of(Directory.class);
  private final Map<NodeId, String> nodes = new LinkedHashMap<>();
  private final Map<GroupId, String> groups = new LinkedHashMap<>();
  private final ReadOnlyLongWrapper changes = new ReadOnlyLongWrapper();

  /** Hears what a group looks like. */
  public void learn(GroupView view) {
    List<String> others = new ArrayList<>();
    boolean isNew = false;
    for (GroupView.MemberView member : view.members()) {
      String name = Shown.name(member.name(), member.node());
      isNew |= !name.equals(put(nodes, member.node(), name, MOST_NODES));
      if (!member.node().equals(view.you())) {
        others.add(name);
      }
    }
    others.sort(String.CASE_INSENSITIVE_ORDER);
    String called = called(others);
    isNew |= !called.equals(put(groups, view.group(), called, MOST_GROUPS));
    if (isNew) {
      changes.set(changes.get() + 1);
    }
  }

  /** A node's name, or the beginning of its ID if none was heard. */
  public String node(NodeId node) {
    return nodes.getOrDefault(node, node.abbreviated());
  }

  /** A group's members, or the beginning of its ID if they were not heard of. */
  public String group(GroupId group) {
    return groups.getOrDefault(group, Shown.line(group.toString(), BRIEF));
  }

  /** Counts how often something got another name. */
  public ReadOnlyLongProperty changes() {
    return changes.getReadOnlyProperty();
  }

  private String called(List<String> others) {
    return switch (others.size()) {
      case 0 -> texts.get("group.alone");
      case 1 -> texts.get("group.one", others.getFirst());
      case NAMED -> texts.get("group.two", others.getFirst(), others.getLast());
      default -> texts.get("group.more", others.getFirst(), others.get(1), others.size() - NAMED);
    };
  }

  /** Puts it last; returns what was there, or nothing. */
  private static <K> String put(Map<K, String> map, K key, String value, int most) {
    String before = map.remove(key);
    map.put(key, value);
    if (map.size() > most) {
      map.remove(map.keySet().iterator().next());
    }
    return before == null ? "" : before;
  }
}
