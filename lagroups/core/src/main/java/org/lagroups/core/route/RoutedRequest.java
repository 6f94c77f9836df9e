package org.lagroups.core.route;

import org.lagroups.machine.Bytes;
import org.lagroups.machine.GroupId;
import org.lagroups.machine.NodeId;

/**
 * A request as its target sees it.
 *
 * @param route the way it came; {@link Route#origin} provably made it, and is in this node's view
 *     of {@link Route#group}
 * @param body what it says; anything that a member cared to send
 */
public record RoutedRequest(Route route, Bytes body) {

  public GroupId group() {
    return route.group();
  }

  public NodeId origin() {
    return route.origin();
  }
}
