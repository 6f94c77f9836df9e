package org.lagroups.fileshare.transfer;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.lagroups.core.route.Route;
import org.lagroups.fileshare.peer.Peers;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/** The members that have said that they have a file, and the way to each. */
final class Holders {

  private static final int MAX_ROUTES = 4;

  private final GroupId group;
  private final Peers peers;
  private final Map<NodeId, Holder> known = new TreeMap<>();

  Holders(GroupId group, Peers peers) {
    this.group = group;
    this.peers = peers;
  }

  /** A member says that it has the file, over this route. */
  void found(NodeId node, Route route) {
    Holder before = known.get(node);
    if (before == null) {
      known.put(node, new Holder(node, route));
    } else {
      before.confirmed(route);
    }
  }

  void clear() {
    known.clear();
  }

  /** All of them, in the order of IDs. */
  List<Holder> all() {
    return List.copyOf(known.values());
  }

  /** How many are asked. */
  int usable() {
    return (int) known.values().stream().filter(Holder::isUsable).count();
  }

  /** Those who sent what does not belong to the file. */
  List<NodeId> exposed() {
    return known.values().stream().filter(Holder::isBad).map(Holder::node).toList();
  }

  /** A relay on the way lies: takes another way, if there is one. */
  void reroute(Holder holder) {
    List<Route> routes = peers.disjoint(group, holder.node(), MAX_ROUTES);
    int now = routes.indexOf(holder.route());
    if (!routes.isEmpty()) {
      holder.reroute(routes.get((now + 1) % routes.size()));
    }
  }
}
