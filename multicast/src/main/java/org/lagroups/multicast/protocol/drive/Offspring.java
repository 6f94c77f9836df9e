package org.lagroups.multicast.protocol.drive;

import java.util.Set;
import java.util.TreeSet;
import org.lagroups.machine.NodeId;
import org.lagroups.multicast.relay.parent.Distributor;
import org.lagroups.multicast.wire.RelayMessage;

/**
 * The children that the tree has given this node. Each is served from when it reports: before, it
 * would miss whatever it was sent.
 */
public final class Offspring {

  private final Distributor distributor;
  private final Set<NodeId> children = new TreeSet<>();
  private final Set<NodeId> served = new TreeSet<>();

  public Offspring(Distributor distributor) {
    this.distributor = distributor;
  }

  /** Whom this node serves. */
  public Set<NodeId> served() {
    return Set.copyOf(served);
  }

  public boolean isEmpty() {
    return children.isEmpty();
  }

  /** Whether each of them has reported, and is served. */
  public boolean areServed() {
    return served.containsAll(children);
  }

  public boolean contains(NodeId node) {
    return children.contains(node);
  }

  void taken(NodeId child) {
    children.add(child);
  }

  void gone(NodeId child) {
    children.remove(child);
    if (served.remove(child)) {
      distributor.remove(child);
    }
  }

  /** A child says how it goes; what others say is ignored. */
  public void onReport(NodeId from, RelayMessage.Report report) {
    if (!children.contains(from)) {
      return;
    }
    if (!served.contains(from) && distributor.add(from)) {
      served.add(from);
    }
    distributor.onReport(from, report);
  }
}
