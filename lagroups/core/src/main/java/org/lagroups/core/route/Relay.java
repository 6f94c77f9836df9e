package org.lagroups.core.route;

import java.util.List;
import org.lagroups.core.graph.AttestationGraph;
import org.lagroups.core.group.LaGroups;
import org.lagroups.machine.Bytes;
import org.lagroups.machine.NodeId;

/**
 * Passes on what is for others, byte for byte and without looking at signatures: the ends do that.
 * It remembers nothing of what it has passed on.
 */
final class Relay {

  private final LaGroups groups;
  private final Outbox outbox;
  private final RouteStatistics statistics;

  Relay(LaGroups groups, Outbox outbox, RouteStatistics statistics) {
    this.groups = groups;
    this.outbox = outbox;
    this.statistics = statistics;
  }

  /**
   * Passes on.
   *
   * @param here this node's index in the packet's route, neither the first nor the last
   */
  void pass(Packet packet, int here, Bytes message) {
    List<NodeId> nodes = packet.route().nodes();
    NodeId before = nodes.get(here - 1);
    NodeId after = nodes.get(here + 1);
    if (!areMembers(packet.route(), before, after)) {
      statistics.dropped(RouteDrop.NOT_A_MEMBER);
      return;
    }
    NodeId next = packet.isForward() ? after : before;
    if (outbox.pass(next, packet.delivery(), message)) {
      statistics.relayed(message.length());
      return;
    }
    statistics.dropped(RouteDrop.NO_LINK);
    if (packet.isForward()) {
      outbox.send(before, packet.reply(new Packet.Payload.Undelivered(here + 1)));
    }
  }

  private boolean areMembers(Route route, NodeId before, NodeId after) {
    if (!groups.groups().contains(route.group())) {
      return false;
    }
    AttestationGraph<NodeId> view = groups.attestations(route.group());
    return view.contains(before) && view.contains(after);
  }
}
