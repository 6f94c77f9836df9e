package org.lagroups.multicast.wire.place;

import org.lagroups.machine.NodeId;

/**
 * A node that failed to forward.
 *
 * @param leftMillis for how much longer it stays a leaf, 0 or more
 */
public record Fallen(NodeId node, long leftMillis) {

  public Fallen {
    Bounds.requireRange("a time", leftMillis, 0, Long.MAX_VALUE);
  }
}
