package org.lagroups.multicast.api;

import java.util.List;
import org.lagroups.machine.NodeId;

/**
 * A tree over which a part of a stream goes.
 *
 * @param mbps what it is planned to carry
 * @param hops who passes to whom
 */
public record CastTree(double mbps, List<Hop> hops) {

  public CastTree {
    hops = List.copyOf(hops);
  }

  /** One node passes what it gets to another. */
  public record Hop(NodeId from, NodeId to) {}
}
