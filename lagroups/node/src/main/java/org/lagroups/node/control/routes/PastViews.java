package org.lagroups.node.control.routes;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;
import org.lagroups.node.control.api.GroupPast;
import org.lagroups.node.runtime.core.GroupRecord;

/** What the control API says of a group's past. */
final class PastViews {

  private PastViews() {}

  static GroupPast of(GroupId group, GroupRecord.Past past) {
    Map<NodeId, Integer> places = new LinkedHashMap<>();
    List<GroupPast.Change> changes = new ArrayList<>(past.changes().size());
    for (GroupRecord.Change one : past.changes()) {
      NodeId other = one.other();
      changes.add(
          new GroupPast.Change(
              one.atMillis(),
              word(one.what()),
              place(places, one.node()),
              other == null ? -1 : place(places, other)));
    }
    return new GroupPast(group, past.fromMillis(), List.copyOf(places.keySet()), changes);
  }

  private static int place(Map<NodeId, Integer> places, NodeId node) {
    Integer known = places.putIfAbsent(node, places.size());
    return known == null ? places.size() - 1 : known;
  }

  private static String word(GroupRecord.What what) {
    return switch (what) {
      case ENTERED -> GroupPast.ENTERED;
      case LEFT -> GroupPast.LEFT;
      case ATTESTED -> GroupPast.ATTESTED;
      case LOST -> GroupPast.LOST;
      case ROBUST -> GroupPast.ROBUST;
      case NOT_ROBUST -> GroupPast.NOT_ROBUST;
    };
  }
}
