package org.lagroups.desktop.streams;

import java.util.ArrayList;
import java.util.List;
import org.lagroups.desktop.streams.StreamsModel.Line;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.api.CastPlace;

/**
 * A row of a stream's tree as far as this node knows it: the source on top, each row's children
 * below it and further in.
 *
 * @param depth 0 for the source
 * @param mbps what comes to it, or from it to this node; negative if not known
 * @param uplinkMbps what its uplink is taken for; negative if not known
 */
record TreeRow(int depth, NodeId node, Kind kind, double mbps, double uplinkMbps) {

  /** What the node is to this one. */
  enum Kind {
    SOURCE,
    ABOVE,
    SELF,
    CHILD,
    CHILD_APART,
    GRANDCHILD,
    SIBLING
  }

  /** The rows of a stream; none while this node has no place in it. */
  static List<TreeRow> of(Line line) {
    CastPlace place = line.place();
    if (place == null) {
      return List.of();
    }
    List<TreeRow> rows = new ArrayList<>();
    List<NodeId> above = place.above().reversed();
    for (NodeId node : above) {
      Kind kind = node.equals(line.view().source()) ? Kind.SOURCE : Kind.ABOVE;
      rows.add(new TreeRow(rows.size(), node, kind, from(place, node), -1));
    }
    int own = rows.size();
    boolean isSource = line.self().equals(line.view().source());
    rows.add(new TreeRow(own, line.self(), isSource ? Kind.SOURCE : Kind.SELF, -1, -1));
    for (CastPlace.Child child : place.below()) {
      Kind kind = child.apart() ? Kind.CHILD_APART : Kind.CHILD;
      rows.add(new TreeRow(own + 1, child.node(), kind, child.mbps(), child.uplinkMbps()));
      for (NodeId below : child.below()) {
        rows.add(new TreeRow(own + 2, below, Kind.GRANDCHILD, -1, -1));
      }
    }
    for (CastPlace.Flow flow : place.from()) {
      if (!above.contains(flow.node())) {
        rows.add(new TreeRow(own, flow.node(), Kind.SIBLING, flow.mbps(), -1));
      }
    }
    return List.copyOf(rows);
  }

  private static double from(CastPlace place, NodeId node) {
    return place.from().stream()
        .filter(one -> one.node().equals(node))
        .mapToDouble(CastPlace.Flow::mbps)
        .findFirst()
        .orElse(-1);
  }
}
