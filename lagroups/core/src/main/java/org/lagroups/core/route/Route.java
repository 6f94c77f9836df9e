package org.lagroups.core.route;

import java.util.HashSet;
import java.util.List;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * An explicit way through a group, from the node that asks to the node that answers. Replies take
 * it backwards.
 *
 * @param group the group of which all nodes on the way are members
 * @param nodes {@link #MIN_NODES} to {@link #MAX_NODES} nodes, none twice; each has a link to the
 *     next
 */
public record Route(GroupId group, List<NodeId> nodes) {

  /** The fewest nodes: origin and target. */
  public static final int MIN_NODES = 2;

  /** The most nodes, origin and target included. */
  public static final int MAX_NODES = 16;

  /**
   * Copies {@code nodes}.
   *
   * @throws IllegalArgumentException if there are too few or too many, or one comes twice
   */
  public Route {
    nodes = List.copyOf(nodes);
    if (nodes.size() < MIN_NODES || nodes.size() > MAX_NODES) {
      throw new IllegalArgumentException("a route has 2 to 16 nodes, not " + nodes.size());
    }
    if (new HashSet<>(nodes).size() != nodes.size()) {
      throw new IllegalArgumentException("a route passes no node twice");
    }
  }

  /** Who asks. */
  public NodeId origin() {
    return nodes.getFirst();
  }

  /** Who is asked. */
  public NodeId target() {
    return nodes.getLast();
  }

  /** The nodes that only pass on what they get, in order. */
  public List<NodeId> relays() {
    return nodes.subList(1, nodes.size() - 1);
  }

  /** Whether origin and target are linked to each other, with no relay. */
  public boolean isDirect() {
    return nodes.size() == MIN_NODES;
  }
}
