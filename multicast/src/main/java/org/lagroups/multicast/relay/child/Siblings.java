package org.lagroups.multicast.relay.child;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.wire.RelayMessage.Roster;
import org.lagroups.multicast.wire.RelayMessage.RosterEntry;
import org.lagroups.multicast.wire.RelayMessage.Sender;
import org.lagroups.multicast.wire.Route;

/** A member's parent and siblings, as the parent's roster has them. */
final class Siblings {

  /** The number under which the parent is reported, as it has no entry. */
  static final int PARENT = Route.MAX_MEMBERS;

  private final NodeId self;
  private final Map<NodeId, Neighbour> neighbours = new TreeMap<>();
  private final Map<Integer, RosterEntry> entries = new HashMap<>();
  private Neighbour parent;
  private int epoch;
  private long apart;
  private @Nullable RosterEntry own;

  Siblings(NodeId self, NodeId parent, long nowNanos) {
    this.self = self;
    this.parent = new Neighbour(parent, PARENT, nowNanos);
    neighbours.put(parent, this.parent);
  }

  /** Has another parent from now on; who the siblings are, it has yet to say. */
  void follow(NodeId next, long nowNanos) {
    parent = new Neighbour(next, PARENT, nowNanos);
    neighbours.clear();
    neighbours.put(next, parent);
    entries.clear();
    epoch = 0;
    apart = 0;
    own = null;
  }

  Neighbour parent() {
    return parent;
  }

  int epoch() {
    return epoch;
  }

  /** The parent and all siblings, by ID. */
  Collection<Neighbour> all() {
    return neighbours.values();
  }

  /** Null if the node is none. */
  @Nullable Neighbour find(NodeId node) {
    return neighbours.get(node);
  }

  boolean isParent(NodeId node) {
    return node.equals(parent.node());
  }

  /** Whether this node is served apart, as it does not keep up. */
  boolean amApart() {
    return own != null && (apart & 1L << own.number()) != 0;
  }

  /** Takes a roster over, unless it is older; those who have left are forgotten. */
  void take(Roster roster, long nowNanos) {
    if (roster.epoch() < epoch) {
      return;
    }
    epoch = roster.epoch();
    apart = roster.apart();
    entries.clear();
    own = null;
    Map<NodeId, Neighbour> next = new TreeMap<>();
    next.put(parent.node(), parent);
    for (RosterEntry entry : roster.entries()) {
      if (entry.node().equals(self)) {
        own = entry;
      } else if (!isParent(entry.node())) {
        entries.put(entry.number(), entry);
        next.put(entry.node(), neighbour(entry, nowNanos));
      }
    }
    neighbours.clear();
    neighbours.putAll(next);
  }

  /** Those to whom this node passes a chunk that goes this way. */
  List<NodeId> next(Route route) {
    RosterEntry entry = own;
    if (entry == null || entry.since() > route.epoch()) {
      return List.of();
    }
    List<NodeId> next = new ArrayList<>();
    for (int number : route.childrenOf(entry.number())) {
      sibling(number, route.epoch()).ifPresent(next::add);
    }
    return next;
  }

  /** Who sends what to this node. */
  List<Sender> senders(long nowNanos) {
    return neighbours.values().stream()
        .map(neighbour -> neighbour.told(nowNanos))
        .filter(sender -> sender.bytesPerSecond() > 0 || sender.refused() > 0)
        .sorted((one, other) -> Integer.compare(one.number(), other.number()))
        .toList();
  }

  private Optional<NodeId> sibling(int number, int routeEpoch) {
    RosterEntry entry = entries.get(number);
    return entry == null || entry.since() > routeEpoch
        ? Optional.empty()
        : Optional.of(entry.node());
  }

  private Neighbour neighbour(RosterEntry entry, long nowNanos) {
    Neighbour known = neighbours.get(entry.node());
    return known != null && known.number() == entry.number()
        ? known
        : new Neighbour(entry.node(), entry.number(), nowNanos);
  }
}
